import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { dumpDescription } from '../dump-description.ts';
import { dumpNames, dumps } from '../dumps.ts';
import { API_VERSION } from '../openapi.ts';
import { defineOperation, RawAnswer } from '../operation.ts';

const descriptor = named(
  'DataPackage',
  z
    .looseObject({ name: z.string(), title: z.string(), version: z.string(), resources: z.array(z.looseObject({})) })
    .meta(
      describe({ zh: '整份資料的描述檔（Frictionless data package v1）。', en: 'A Frictionless data package (v1).' }),
    ),
);

export const getDataPackage = defineOperation({
  id: 'getDataPackage',
  method: 'get',
  path: '/dumps/datapackage.json',
  tag: 'dumps',
  summary: { en: 'Description of the files', zh: '整份資料的描述檔' },
  description: {
    en: 'Frictionless data package: columns, size, digest and licence of each file. Paths are relative to this address.',
    zh: 'Frictionless data package：各檔案的欄位、大小、摘要碼與授權。檔案路徑相對於此網址。',
  },
  response: descriptor,
  example: '/dumps/datapackage.json',
  handle: ({ deps, today }) =>
    dumpDescription({ snapshot: deps.register.snapshot(), origin: deps.origin, today }, deps.isSample()),
});

export const getDump = defineOperation({
  id: 'getDump',
  method: 'get',
  path: '/dumps/{file}',
  tag: 'dumps',
  summary: { en: 'Download a file', zh: '下載一個檔案' },
  description: {
    en: 'The whole register at one point in time. The spreadsheet edition has a BOM and neutralised formulas. The other CSV is exact and can be imported again.',
    zh: '同一時點的全部資料。spreadsheet 版含 BOM 並使公式無害；另一 CSV 為原樣，可再匯入。',
  },
  params: z.strictObject({ file: z.enum(dumpNames).meta(describe({ zh: '檔名。', en: 'Name of the file.' })) }),
  response: z.string(),
  media: ['text/csv', 'application/x-ndjson'],
  example: '/dumps/certificates.csv',
  handle({ deps, params: { file }, today }) {
    const snapshot = deps.register.snapshot();
    const { mediaType, lines, daily } = dumps[file];
    const version = [API_VERSION, snapshot.revision, snapshot.providers.length, ...(daily ? [today] : [])].join('-');
    const key = JSON.stringify(['dump', file, deps.register.state, today]);
    const shared = { key, lines: () => lines({ snapshot, origin: deps.origin, today }) };
    return new RawAnswer(mediaType, shared, {
      ETag: `W/"${version}"`,
      'Content-Disposition': `attachment; filename="${file}"`,
    });
  },
});
