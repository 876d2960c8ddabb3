import { nameKey, type Provider } from '../provider.ts';
import type { SchemeId } from '../scheme.ts';
import { type Problem, problem } from './problem.ts';
import type { RegisterRow } from './row.ts';

/** What a list says of one certificate; `undefined` fields have no column in the list. */
export type IncomingCertificate = RegisterRow & { readonly id: string };

/** What a list says of one provider, gathered from all its rows. */
export interface IncomingProvider {
  readonly ubn: string;
  readonly name: string;
  readonly nameEn: string | null | undefined;
  readonly formerNames: readonly string[];
  readonly city: string | null | undefined;
  readonly headOfficeUbn: string | null | undefined;
  readonly predecessorUbn: string | null | undefined;
  readonly successorUbn: string | null | undefined;
  readonly warnings: Provider['warnings'];
}

export interface Incoming {
  readonly certificates: ReadonlyMap<string, IncomingCertificate>;
  readonly providers: ReadonlyMap<string, IncomingProvider>;
  readonly schemes: ReadonlyMap<SchemeId, number>;
  /** What the list states of one company. */
  certificatesOf(ubn: string): readonly IncomingCertificate[];
}

/** The parts that make a certificate the same one from list to list. Without a number, its holder and first day. */
function identity(row: RegisterRow): string {
  const { scheme, key, extended, ubn } = row;
  return key === '' ? `${scheme}/-/${ubn}/${row.period.from}` : `${scheme}/${key}${extended ? '+' : ''}/${ubn}`;
}

function sameStatement(a: RegisterRow, b: RegisterRow): boolean {
  // Another hand (width, blanks, 台 and 臺) is no other statement.
  const said = ({ sheet: _, row: __, number: ___, name, ...rest }: RegisterRow) =>
    JSON.stringify({ ...rest, name: nameKey(name) });
  return said(a) === said(b);
}

/**
 * Puts rows of one list together: which certificates it states, and what it says of their holders.
 *
 * One number printed twice with two first days is one certificate of two terms: the newest keeps the identity, so the
 * next list, which may print only that one, still finds it.
 */
export function gather(rows: readonly RegisterRow[]): { incoming: Incoming; problems: Problem[] } {
  const problems: Problem[] = [];
  const groups = new Map<string, RegisterRow[]>();
  const schemes = new Map<SchemeId, number>();
  for (const row of rows) {
    const id = identity(row);
    const group = groups.get(id) ?? [];
    groups.set(id, group);
    const twin = group.find((other) => other.period.from === row.period.from);
    const place = { sheet: row.sheet, row: row.row };
    if (!twin) {
      group.push(row);
      schemes.set(row.scheme, (schemes.get(row.scheme) ?? 0) + 1);
    } else if (sameStatement(twin, row)) problems.push(problem('row-repeated', row.number ?? row.ubn, place));
    else problems.push(problem('rows-conflict', `${row.number ?? row.ubn} (row ${twin.row})`, place));
  }
  problems.push(...sharedNumbers(rows));
  const certificates = new Map<string, IncomingCertificate>();
  for (const [id, group] of groups) {
    group.sort((a, b) => (a.period.from < b.period.from ? 1 : -1));
    for (const [i, row] of group.entries()) {
      const own = i === 0 ? id : `${id}#${row.period.from}`;
      certificates.set(own, { ...row, id: own });
    }
  }
  const held = new Map<string, IncomingCertificate[]>();
  for (const one of certificates.values()) {
    const same = held.get(one.ubn);
    if (same) same.push(one);
    else held.set(one.ubn, [one]);
  }
  const certificatesOf = (ubn: string) => held.get(ubn) ?? [];
  return { incoming: { certificates, providers: gatherProviders(rows, problems), schemes, certificatesOf }, problems };
}

/** One number printed for two firms: both rows are named. */
function sharedNumbers(rows: readonly RegisterRow[]): Problem[] {
  const first = new Map<string, RegisterRow>();
  return rows.flatMap((row) => {
    if (row.key === '') return [];
    const number = `${row.scheme}/${row.key}/${row.extended}`;
    const other = first.get(number);
    if (!other) first.set(number, row);
    if (!other || other.ubn === row.ubn) return [];
    const found = `${row.number}: ${other.name} (${other.ubn}, row ${other.row}), ${row.name} (${row.ubn})`;
    return [problem('number-shared', found, { sheet: row.sheet, row: row.row })];
  });
}

function gatherProviders(rows: readonly RegisterRow[], problems: Problem[]): Map<string, IncomingProvider> {
  const held = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const group = held.get(row.ubn);
    if (group) group.push(row);
    else held.set(row.ubn, [row]);
  }
  const providers = new Map<string, IncomingProvider>();
  for (const [ubn, group] of held) {
    // Newest registration first: its name is the present one, and blanks are filled from older rows.
    const newest = [...group].sort((a, b) =>
      a.period.from < b.period.from ? 1 : a.period.from > b.period.from ? -1 : 0,
    );
    const { name } = newest[0]!;
    // 台 and 臺, a blank, a width: the same name in another hand is no former name.
    const isName = (other: string) => nameKey(other) === nameKey(name);
    const others = newest.filter((row) => !isName(row.name));
    for (const row of others) {
      if (row.formerNames?.includes(name)) continue;
      problems.push(problem('name-differs-within-list', row.name, { sheet: row.sheet, row: row.row }));
    }
    const pick = <T>(of: (row: RegisterRow) => T): T =>
      newest.map(of).find((value) => value !== null) ?? of(newest[0]!);
    const former = [...newest].reverse().flatMap((row) => [...(row.formerNames ?? []), row.name]);
    providers.set(ubn, {
      ubn,
      name,
      nameEn: pick((row) => row.nameEn),
      formerNames: [...new Set(former)].filter((other) => !isName(other)),
      city: pick((row) => row.city),
      headOfficeUbn: pick((row) => row.headOfficeUbn),
      predecessorUbn: pick((row) => row.predecessorUbn),
      successorUbn: pick((row) => row.successorUbn),
      warnings: [...new Set(group.flatMap((row) => row.ubnWarnings))],
    });
  }
  return providers;
}
