import { type CardIssuer, cardIssuer, componentError, maskCardNumber } from '../component.ts';
import type { Answer } from './failure.ts';
import { type AskOptions, askComponent, COMPONENT_ORIGIN, LIMITS } from './popup.ts';

/** A card reader as the component lists it. */
export interface Reader {
  /** Name of the reader, to be handed to {@link signChallenge} as it is. */
  readonly name: string;
  /** null: no card that the component can read. The number is masked; the full one is not kept. */
  readonly card: { readonly number: string; readonly issuer: CardIssuer } | null;
}

/** What the component says of itself and its readers. */
export interface Environment {
  /** Version of the local service, or null when it gives none. */
  readonly version: string | null;
  /** Empty: no reader is connected. */
  readonly readers: readonly Reader[];
}

/** 檢測: is the component there, which version, which readers and cards? Reads no certificate. Call it inside a click. */
export function checkEnvironment(options: AskOptions = {}): Promise<Answer<Environment>> {
  return readersBy('CheckEnvir', LIMITS.check, options);
}

/** Readers and cards, for the choice of a reader before logging in. Slower: the component reads the certificates too. */
export function listReaders(options: AskOptions = {}): Promise<Answer<Environment>> {
  return readersBy('GetUserCert', LIMITS.other, options);
}

/** A signature made by the card. */
export interface Signed {
  /** CMS SignedData in Base64, for the server. Everything else the component returns is left out: it is not signed. */
  readonly signature: string;
}

/**
 * Has the card sign a challenge. The PIN goes to the component's window and nowhere else, and once: a wrong one comes back as
 * `component-error` with `triesLeft`, and only the person may try again.
 */
export async function signChallenge(
  request: { readonly text: string; readonly pin: string; readonly reader?: string },
  options: AskOptions = {},
): Promise<Answer<Signed>> {
  if (request.pin === '') return { ok: false, failure: 'pin-missing' };
  const answer = await askComponent(
    {
      func: 'MakeSignature',
      tbs: request.text,
      tbsEncoding: 'NONE',
      hashAlgorithm: 'SHA256',
      signatureType: 'PKCS7',
      pin: request.pin,
      nonce: '',
      withCardSN: 'false',
      slotDescription: request.reader ?? '',
    },
    LIMITS.other,
    options,
  );
  if (!answer.ok) return answer;
  const error = componentError(answer.reply['ret_code'], answer.reply['last_error']);
  if (error) return { ok: false, failure: 'component-error', error };
  const { signature } = answer.reply;
  if (typeof signature !== 'string' || signature === '') return { ok: false, failure: 'answer-unreadable' };
  return { ok: true, signature };
}

/** Opens the component's page that adds this site to its trusted sites. Call it inside a click; false: blocked. */
export function openTrustPage(): boolean {
  const address = `${COMPONENT_ORIGIN}/addDomain?domain=${encodeURIComponent(window.location.hostname)}`;
  return window.open(address, 'AddDomain', 'popup=yes,width=400,height=400,left=100,top=20') !== null;
}

async function readersBy(func: string, limitMs: number, options: AskOptions): Promise<Answer<Environment>> {
  const answer = await askComponent({ func }, limitMs, options);
  if (!answer.ok) return answer;
  const error = componentError(answer.reply['ret_code'], answer.reply['last_error']);
  if (error) return { ok: false, failure: 'component-error', error };
  const { slots, serverVersion } = answer.reply;
  if (!Array.isArray(slots)) return { ok: false, failure: 'answer-unreadable' };
  return {
    ok: true,
    version: typeof serverVersion === 'string' ? serverVersion : null,
    readers: slots.filter(isSlot).map(({ slotDescription, token }) => ({ name: slotDescription, card: cardOf(token) })),
  };
}

function isSlot(slot: unknown): slot is { slotDescription: string; token?: unknown } {
  return typeof (slot as { slotDescription?: unknown } | null)?.slotDescription === 'string';
}

/** The component writes the text "unknown token" where there is no card it can read. */
function cardOf(token: unknown): Reader['card'] {
  const number = (token as { serialNumber?: unknown } | null | undefined)?.serialNumber;
  if (typeof number !== 'string' || number === '') return null;
  return { number: maskCardNumber(number), issuer: cardIssuer(number) };
}
