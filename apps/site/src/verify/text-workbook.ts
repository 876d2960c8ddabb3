import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { textCell } from '../presenters/workbook-cells.ts';
import type { TextPart } from './text-answer.ts';

const HEADER = [
  '登錄類別 scheme',
  '證書編號 number',
  '統一編號 ubn',
  '基準日 on',
  '結果',
  '今日',
  '登錄業者',
  '最後有效日',
];
const ASKED: readonly TextPart[] = ['word', 'today', 'holder', 'until'];
/** The first row of questions, below the address, a hint and the header. */
const FIRST = 5;
const EMPTY_ROWS = 10;

export interface SampleQuestion {
  readonly scheme: string;
  readonly number: string;
  readonly ubn: string;
  readonly on: string;
}

/**
 * A workbook whose cells ask `/verify.txt` for each row (WEBSERVICE in Excel, and in LibreOffice). The address stands in a
 * cell of its own, so that the same sheet serves another site; everything typed is text, so that zeros stay.
 */
export async function textWorkbook(
  origin: string,
  questions: readonly SampleQuestion[],
  hint: string,
): Promise<Buffer> {
  const rows = [
    ...questions,
    ...Array.from({ length: EMPTY_ROWS }, () => ({ scheme: '', number: '', ubn: '', on: '' })),
  ];
  const data = [
    [textCell('網址 address', { bold: true }), textCell(`${origin}/api/v1/verify.txt`)],
    [textCell(hint)],
    [],
    HEADER.map((value) => textCell(value, { bold: true })),
    ...rows.map(({ scheme, number, ubn, on }, index) => [
      ...[scheme, number, ubn, on].map((value) => textCell(value)),
      ...ASKED.map((part) => ({ type: 'Formula' as const, value: formula(FIRST + index, part) })),
    ]),
  ];
  const columns = [20, 22, 14, 14, 16, 16, 30, 14].map((width) => ({ width }));
  return writeXlsxFile(data as SheetData, { sheet: '查驗', columns }).toBuffer();
}

/** Blank until the row has a number or a 統一編號. New functions carry a prefix in the file, which Excel hides. */
function formula(row: number, part: TextPart): string {
  const field = (name: string, column: string) => `"&${name}="&_xlfn.ENCODEURL(${column}${row})`;
  const query = [field('number', 'B'), field('scheme', 'A'), field('ubn', 'C'), field('on', 'D')].join('&');
  return `=IF(B${row}&C${row}="","",_xlfn.WEBSERVICE($B$1&"?answer=${part}"&${query}))`;
}
