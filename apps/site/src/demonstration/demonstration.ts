import type { DeskDatabase } from '@aipower/applications/storage';
import { createCardVerifier } from '@aipower/gpki';
import type { Register } from '@aipower/registry';
import type { Clock, MovableClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Demonstration } from '../deps.ts';
import type { Logger } from '../http/log.ts';
import { memo } from '../memo.ts';
import { movableClock } from './clock.ts';

/** A Tuesday morning ten days before the programme closes: earlier rounds are decided, the last one is still open. */
const STARTS_AT = new Date('2026-10-20T10:00:00+08:00');
/** Shown on the page; the card in the reader of the demonstration takes no other. */
const DEMONSTRATION_PIN = '12345678';
const LOOPBACK = ['127.0.0.1', '::1', '[::1]', 'localhost'];

/** Whether the address that the site is reached under is one of this machine alone, with nobody in front. */
export function isLoopback({ HOST, PUBLIC_ORIGIN, TRUST_PROXY }: Config): boolean {
  const host = PUBLIC_ORIGIN === undefined ? HOST : new URL(PUBLIC_ORIGIN).hostname;
  return LOOPBACK.includes(HOST) && LOOPBACK.includes(host) && TRUST_PROXY === 0;
}

/** The clock of a demonstration: goes on from the last thing that happened in it, so that time never runs back. */
export async function demonstrationClock(realClock: Clock, { db }: DeskDatabase): Promise<MovableClock> {
  const last = await db.selectFrom('desk_event').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const lastAt = last ? Date.parse(last.at) + 1000 : 0;
  return movableClock(realClock, new Date(Math.max(STARTS_AT.getTime(), lastAt)));
}

export async function openDemonstration(
  register: Register,
  clock: MovableClock,
  { realClock, port, log }: { readonly realClock: Clock; readonly port: number; readonly log: Logger },
): Promise<Demonstration> {
  // Loaded here alone: a site with real data never has a test authority in its memory.
  const testing = await import('@aipower/gpki/testing');
  const pki = await testing.createTestPki({ now: clock.now(), clock: () => clock.now() });
  const cards = await createCardVerifier({ anchors: pki.anchors, crlHosts: [pki.crlHost], fetchCrl: pki.fetchCrl });
  const cardOf = memo({ max: 500 }, async (ubn: string) => {
    const provider = register.snapshot().providers.find((one) => one.ubn === ubn);
    if (!provider) throw new TypeError(`cardOf(ubn): the sample register has no ${ubn}`);
    const certificate = await pki.issueCard({ ubn, organisation: provider.name });
    const number = `MT${ubn.padStart(14, '0')}`;
    return new testing.FakeCard({ number, pin: DEMONSTRATION_PIN, certificate, authority: pki.authority });
  });
  const component = await testing.startFakeComponent({ trusted: ['localhost', '127.0.0.1'] }, port).catch((error) => {
    log.info({ code: error.code, port }, 'no demonstration card reader: the port of the card component is in use');
    return null;
  });
  const isActive = () => {
    const lists = [...register.snapshot().lists.values()];
    return lists.length > 0 && lists.every(({ fictional }) => fictional);
  };
  return {
    clock: { now: () => (isActive() ? clock : realClock).now(), forwardTo: clock.forwardTo },
    realClock,
    isActive,
    filled: Promise.resolve(),
    cards,
    pin: DEMONSTRATION_PIN,
    cardOf,
    async insert(ubn) {
      component?.set({ readers: [{ name: 'Demonstration Reader 0', card: await cardOf(ubn) }] });
    },
    component,
    close: async () => component?.close(),
  };
}
