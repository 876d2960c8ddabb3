import { currentState } from '../certificate.ts';
import { readNumber } from '../certificate-number.ts';
import { type ExportFormat, exportRegister } from '../export.ts';
import { judge } from '../judge.ts';
import type { Register } from '../register.ts';
import { findScheme, getScheme, type SchemeId, schemesNamed } from '../scheme.ts';
import type { ListState } from '../snapshot/day-view.ts';
import { columns, type ExitCode, exitCodes, type Io } from './io.ts';
import { words } from './words.ts';
import { writeOut } from './write-out.ts';

export interface FindFlags {
  readonly on: string;
  readonly scheme?: SchemeId;
  readonly item?: string;
  readonly state?: ListState;
  readonly limit: number;
}

export function runFind(register: Register, typed: string, flags: FindFlags, io: Io): ExitCode {
  const one = <T>(value: T | undefined) => (value === undefined ? undefined : [value]);
  const { on, scheme, item, state, limit } = flags;
  const page = register.providers({
    q: typed,
    on,
    scheme: one(scheme),
    item: one(item),
    state: one(state),
    perPage: limit,
  });
  if (io.json) io.print(JSON.stringify({ total: page.total, match: page.match, providers: page.providers }));
  else if (page.total === 0) io.print(words(io.language).nothing);
  else {
    for (const provider of page.providers) {
      io.print(`${provider.ubn}  ${provider.name}${provider.nameEn ? `  ${provider.nameEn}` : ''}`);
      const rows = provider.certificates.map((certificate) => {
        const { period } = currentState(certificate);
        return [
          '  ',
          certificate.scheme,
          certificate.number ?? '–',
          judge(certificate, on).verdict,
          `${period.from} – ${period.until}`,
        ];
      });
      if (rows.length > 0) io.print(columns(rows));
    }
    if (page.total > page.providers.length) io.note(words(io.language).more);
  }
  return page.total === 0 ? exitCodes.no : exitCodes.done;
}

export async function runHistory(
  register: Register,
  about: string | undefined,
  number: string | undefined,
  limit: number,
  io: Io,
): Promise<ExitCode> {
  const scheme = number === undefined ? undefined : findScheme(about!)?.id;
  if (number !== undefined && !scheme) {
    const choices = schemesNamed(about!).map(({ id }) => id);
    io.note(words(io.language).unknownScheme(about!, choices));
    return exitCodes.usage;
  }
  const query = number === undefined ? { ubn: about } : { scheme, key: readNumber(number).key };
  const entries = await register.history({ ...query, limit });
  if (io.json) io.print(JSON.stringify(entries));
  else if (entries.length === 0) io.print(words(io.language).nothing);
  for (const entry of io.json ? [] : entries) {
    const what = [entry.scheme, entry.number, entry.ubn, entry.name].filter(Boolean).join('  ');
    io.print(
      `#${entry.revision}  ${entry.seenOn}  ${entry.kind}  ${what}  (${entry.by}, ${entry.recordedAt}, ${entry.source})`,
    );
    for (const { field, before, after } of entry.fields) io.print(`    ${field}: ${before ?? '∅'} → ${after ?? '∅'}`);
  }
  return entries.length === 0 ? exitCodes.no : exitCodes.done;
}

export async function runExport(
  register: Register,
  flags: { format: ExportFormat; out?: string; on: string },
  io: Io,
): Promise<ExitCode> {
  const lines = exportRegister(register.snapshot(), flags.format, flags.on);
  if (!flags.out) {
    for (const line of lines) io.print(line.replace(/\r?\n$/, ''));
    return exitCodes.done;
  }
  await writeOut(flags.out, lines);
  io.note(words(io.language).wrote(flags.out));
  return exitCodes.done;
}

export function runStatus(register: Register, today: string, io: Io): ExitCode {
  const status = { ...register.status(today), tax: register.tax.status() };
  if (io.json) {
    io.print(JSON.stringify(status));
    return exitCodes.done;
  }
  const zh = io.language !== 'en';
  const { schemes, tax, ...rest } = status;
  io.print(
    zh
      ? `版次 ${rest.revision}　業者 ${rest.providers}　證書 ${rest.certificates}`
      : `revision ${rest.revision}, ${rest.providers} providers, ${rest.certificates} certificates`,
  );
  const head = zh
    ? ['類別', '名單日期', '天數', '證書', '有效']
    : ['scheme', 'list of', 'days', 'certificates', 'valid'];
  const rows = schemes.map(({ scheme, list, certificates, states }) => {
    const { shortName } = getScheme(scheme);
    return [
      zh ? shortName.zh : scheme,
      list.seenOn ?? '–',
      String(list.ageDays ?? '–'),
      String(certificates),
      String(states.valid),
    ];
  });
  io.print(columns([head, ...rows]));
  io.print(
    tax.loaded
      ? `${zh ? '稅籍' : 'tax register'}: ${tax.snapshotOn ?? '–'}, ${words(io.language).rows(tax.rows)}`
      : words(io.language).notLoaded,
  );
  return exitCodes.done;
}
