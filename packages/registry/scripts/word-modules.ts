/** The modules of words by which lists and sheets are read: `data/registry/*.yml` and `data/tax-register.yml`. */
import { z } from 'zod';
import {
  guardedWords,
  namedLists as lists,
  oneOf,
  oneOfEach,
  readWords as read,
  wordList,
} from '../../taiwan/scripts/patterns.ts';

const words = wordList.min(1);
const day = z.iso.date();

/** What a generated module holds, and the data it is made from. */
export interface WordModule {
  readonly source: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** File in `src/generated` → what it holds. */
export const wordModules = (): Readonly<Record<string, WordModule>> => ({
  'status-words.ts': { source: 'registry/statuses.yml', exports: statuses('registry/statuses.yml') },
  'cell-words.ts': { source: 'registry/cells.yml', exports: cells('registry/cells.yml') },
  'row-words.ts': { source: 'registry/rows.yml', exports: rows('registry/rows.yml') },
  'claim-columns.ts': { source: 'registry/claim-columns.yml', exports: claimColumns('registry/claim-columns.yml') },
  'plausible-days.ts': { source: 'registry/days.yml', exports: plausibleDays('registry/days.yml') },
  'tax-file.ts': { source: 'tax-register.yml', exports: taxFile('tax-register.yml') },
});

function statuses(file: string): WordModule['exports'] {
  const { statuses, before, behind, since, excepted, noted, asked } = read(file, {
    statuses: z.array(
      z.strictObject({
        id: z.enum(['in-force', 'renewed', 'suspended', 'revoked', 'expired']),
        printed: z.string().min(1),
        whole: words,
        within: guardedWords,
      }),
    ),
    before: words,
    behind: words,
    since: words,
    excepted: words,
    noted: words,
    asked: lists('before', 'behind'),
  });
  return {
    STATUS_DATA: statuses.map((status) => ({ ...status, within: oneOf(status.within) })),
    statusWords: { ...oneOfEach({ before, behind, since, excepted, noted }), asked: oneOfEach(asked) },
  };
}

function cells(file: string): WordModule['exports'] {
  const { number, marks, noValue, ditto, openEnded, formerNames, bodies, oneself, quantity, items } = read(file, {
    number: lists(
      ...([
        'see',
        'place',
        'enclosed',
        'annex',
        'elsewhere',
        'seeAttached',
        'yes',
        'already',
        'done',
        'doneOf',
      ] as const),
      ...([
        'none',
        'noneOf',
        'related',
        'own',
        'registration',
        'registered',
        'kind',
        'called',
        'is',
        'english',
      ] as const),
      ...(['labels', 'joined', 'validity', 'notes', 'stated', 'now', 'bodies'] as const),
    ),
    marks: lists('yes', 'no'),
    noValue: words,
    ditto: words,
    openEnded: words,
    formerNames: words,
    bodies: words,
    oneself: lists('own', 'body'),
    quantity: lists('about', 'units', 'bounds'),
    items: lists('notAll', 'range', 'joined'),
  });
  return {
    numberWords: oneOfEach(number),
    markWords: oneOfEach(marks),
    cellWords: oneOfEach({ noValue, ditto, formerNames, bodies }),
    openEnded,
    oneselfWords: oneOfEach(oneself),
    quantityWords: oneOfEach(quantity),
    itemWords: oneOfEach(items),
  };
}

function rows(file: string): WordModule['exports'] {
  const {
    schemaVersion: _,
    source: __,
    spacedRemarks,
    ...plain
  } = read(file, {
    spacedRemarks: words,
    remarks: words,
    totals: words,
    count: words,
    counted: words,
    countedInHeading: words,
    turns: words,
    categories: words,
    lists: words,
  });
  const spaced = spacedRemarks.map((word) => [...word].map((character) => oneOf([character])).join('\\s*')).join('|');
  return { rowWords: { ...oneOfEach(plain), spacedRemarks: spaced } };
}

function claimColumns(file: string): WordModule['exports'] {
  const fields = () => lists('id', 'scheme', 'number', 'ubn', 'name', 'on');
  const { whole, part, weak, bare, misleading, aboutNumbers, asksNumber, wrapping } = read(file, {
    whole: fields(),
    part: fields(),
    weak: words,
    bare: words,
    misleading: words,
    aboutNumbers: words,
    asksNumber: words,
    wrapping: lists('order', 'before', 'of', 'registration', 'kind', 'called', 'whether', 'done'),
  });
  return {
    claimHeaders: { whole, part, weak, bare },
    headerWords: { ...oneOfEach({ misleading, aboutNumbers, asksNumber }), wrapping: oneOfEach(wrapping) },
  };
}

function plausibleDays(file: string): WordModule['exports'] {
  const {
    registrations,
    lists: listDays,
    claims,
  } = read(file, {
    registrations: z.strictObject({
      earliest: day,
      mostYears: z.int().positive(),
      aheadWithoutWord: z.int().positive(),
      mostAhead: z.int().positive(),
    }),
    lists: z.strictObject({ earliest: day }),
    claims: z.strictObject({ earliest: day, latest: day }),
  });
  return { plausibleDays: { registrations, lists: listDays, claims } };
}

function taxFile(file: string): WordModule['exports'] {
  const { columns } = read(file, {
    title: z.string().min(1),
    file: z.string().min(1),
    columns: words.length(16),
    organisations: z.unknown(),
  });
  return { taxHeader: columns };
}
