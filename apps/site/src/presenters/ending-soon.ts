import type { Certificate, Day, Provider, Register } from '@aipower/registry';
import { holdingOn, isValid } from './holding.ts';

export interface Ending {
  readonly provider: Provider;
  readonly certificate: Certificate;
  /** Last day, on which it is still valid. */
  readonly until: Day;
  readonly daysLeft: number;
}

/** Certificates valid on the day that end within so many days, the soonest first; about a microsecond per certificate. */
export function endingSoon(register: Pick<Register, 'snapshot'>, on: Day, within: number): Ending[] {
  const found: Ending[] = [];
  for (const provider of register.snapshot().providers) {
    for (const certificate of provider.certificates) {
      const { until } = certificate.states.at(-1)!.period;
      // Judging takes longer than looking at the last day of the newest term.
      if (until === 'open' || until < on) continue;
      const holding = holdingOn(certificate, on);
      const { daysLeft, period } = holding;
      if (!isValid(holding) || daysLeft === null || daysLeft > within || period.until === 'open') continue;
      found.push({ provider, certificate, until: period.until, daysLeft });
    }
  }
  return found.sort((a, b) => a.daysLeft - b.daysLeft || (a.provider.ubn < b.provider.ubn ? -1 : 1));
}
