import type { CapabilityMatch, Partner } from '@aipower/matcher';
import { isSchemeId } from '@aipower/registry';
import { getItem } from '@aipower/taxonomy';
import { pathsFor } from '../page/paths.ts';

const paths = pathsFor('zh');

/** A matched item with its title and address. */
export function capabilityShape({ code, score, evidence, cautions }: CapabilityMatch, origin: string) {
  return { code, title: getItem(code).title, score, evidence, cautions, url: origin + paths.catalogueEntry(code) };
}

export function partnerShape({ provider, score, reasons }: Partner, origin: string) {
  const { ubn, name, city = null, items, schemes = [], validUntil = null } = provider;
  const known = schemes.filter(isSchemeId);
  return { ubn, name, city, url: origin + paths.provider(ubn), items, schemes: known, validUntil, score, reasons };
}
