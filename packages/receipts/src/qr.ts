import { renderSVG } from 'uqr';
import { isShortId } from './short-id.ts';

/** Where a receipt is shown and asked again: `<site>/r/<id>`. */
export function receiptAddress(site: string, id: string): string {
  if (!isShortId(id)) throw new TypeError(`receiptAddress(id): ${JSON.stringify(id)} is not a receipt id`);
  return new URL(`r/${id}`, site.endsWith('/') ? site : `${site}/`).href;
}

/** The address as a QR code: an SVG of black squares on white with the quiet zone of four squares that readers need. */
export function receiptQr(address: string): string {
  return renderSVG(address, { ecc: 'M', border: 4 });
}
