/** A name that nobody bears: which registered names are one slip away from it? */
import { type Reading, type SlipKind, slipOf } from '@aipower/taiwan/firm-name';
import type { CompanyIndex, NameRecord } from './company-index.ts';

export interface Slip {
  record: NameRecord;
  /** Only the two `slip-in-…` may link; `kindred` is farther than one slip and rivals nobody. */
  kind: SlipKind;
}

export function slipsOf(index: CompanyIndex, reading: Reading): Slip[] {
  const { parts } = reading;
  const near =
    parts.script === 'latin'
      ? index.withLatinStart(parts.coarse.slice(0, parts.coreEnd).trim().split(' '))
      : index.near(parts);
  return near.flatMap((record) => {
    const kind = slipOf(reading, record);
    return kind === undefined ? [] : [{ record, kind }];
  });
}
