import type { Day, Provider, Register } from '@aipower/registry';
import type { Paths } from '../../page/paths.ts';
import { holdingsOf, validItems } from '../../presenters/holding.ts';
import { most } from './view.ts';

const OFFERED = 10;

/**
 * Whom to compare the chosen with: those whose names fit what was typed, else those who validly hold the same items,
 * most of them first.
 */
export function comparisonChoice(
  register: Pick<Register, 'providers'>,
  chosen: readonly Provider[],
  typed: string,
  day: Day,
  paths: Paths,
) {
  const ubns = chosen.map(({ ubn }) => ubn);
  const found =
    typed === '' ? alike(register, chosen, day) : register.providers({ on: day, q: typed, perPage: 50 }).providers;
  const offered = found.filter(({ ubn }) => !ubns.includes(ubn)).slice(0, OFFERED);
  return {
    typed,
    chosen: chosen.map((provider) => ({
      provider,
      without: paths.compare(ubns.filter((ubn) => ubn !== provider.ubn)),
    })),
    isFull: ubns.length >= most,
    offered: offered.map((provider) => ({ provider, href: paths.compare([...ubns, provider.ubn]) })),
    back: ubns.length > 1 ? paths.compare(ubns) : null,
  };
}

function alike(register: Pick<Register, 'providers'>, chosen: readonly Provider[], day: Day): Provider[] {
  const items = new Set(chosen.flatMap((provider) => validItems(holdingsOf(provider, day))));
  if (items.size === 0) return [];
  const query = { on: day, item: [...items], state: ['valid' as const], perPage: 200 };
  const shared = (provider: Provider) => validItems(holdingsOf(provider, day)).filter((code) => items.has(code)).length;
  return register
    .providers(query)
    .providers.map((provider) => ({ provider, shared: shared(provider) }))
    .sort((a, b) => b.shared - a.shared || (a.provider.ubn < b.provider.ubn ? -1 : 1))
    .map(({ provider }) => provider);
}
