import { z } from 'zod';
import { visitIn } from '../../page/page.ts';
import type { FieldError } from '../../problems/field-errors.ts';
import { Problem } from '../../problems/problem.ts';
import { listsWith, readSingle } from '../../verify/form.ts';
import { textAnswer, textParts } from '../../verify/text-answer.ts';
import { textWorkbook } from '../../verify/text-workbook.ts';
import { describe } from '../describe.ts';
import { defineOperation, RawAnswer } from '../operation.ts';
import { plainText } from '../schemas/basics.ts';

const PLAIN = 'text/plain; charset=utf-8';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const typed = (max: number, zh: string, en: string) => plainText(max).default('').meta(describe({ zh, en }));

export const verifyText = defineOperation({
  id: 'verifyText',
  method: 'get',
  path: '/verify.txt',
  tag: 'verification',
  summary: { en: 'One answer for a spreadsheet cell', zh: '給試算表一格的答案' },
  description: {
    en: 'One line of plain text for WEBSERVICE in Excel and LibreOffice. For a sample workbook, use GET /verify.xlsx. If a parameter does not fit, the cell shows an error. Blank parameters are ignored.',
    zh: '一行純文字，供 Excel 與 LibreOffice 的 WEBSERVICE 使用；範例活頁簿見 GET /verify.xlsx。參數不符時，儲存格顯示錯誤。空白參數視為未提供。',
  },
  query: z.strictObject({
    scheme: typed(
      60,
      '登錄類別代碼或名稱，例如 ai、人工智慧；編號只在一份名單上時可省略。',
      'Scheme or its name, such as ai or 人工智慧; may be left out where the number is on one list only.',
    ),
    number: typed(200, '證書編號。', 'The number as typed.'),
    ubn: typed(20, '申請者統一編號。', '統一編號 of the applicant.'),
    name: typed(200, '申請者名稱。', 'Name of the applicant.'),
    on: typed(20, '基準日，民國或西元；省略時為今日。', 'The day to judge by, ROC or AD; today when left out.'),
    answer: z
      .enum(textParts)
      .default('word')
      .meta(
        describe({
          zh: '要哪一項：word 結果、code 代碼、today 今日結果、holder 登錄業者、ubn 其統一編號、from 起日、until 最後有效日、sentence 一句說明。',
          en: 'Which part: the word for the day, its code, the word for today, the holder, its 統一編號, first or last day, or a sentence.',
        }),
      ),
    language: z
      .enum(['zh', 'en'])
      .default('zh')
      .meta(describe({ zh: '語言。', en: 'Language of words and sentences.' })),
  }),
  response: z.string(),
  media: ['text/plain'],
  example: `/verify.txt?number=${encodeURIComponent('示範-AI-0001')}&ubn=00000254&answer=sentence&language=en`,
  exampleNeedsSample: true,
  problems: ['register-unavailable'],
  async handle({ deps, query: { answer, language, ...fields }, today }, _req, res) {
    res.locals['answerLanguage'] = language;
    const visit = visitIn(language, today);
    const find = (number: string) => listsWith(deps.register, number);
    const { errors, question } = readSingle(fields, today, visit.t.verify.errors, { find, language });
    if (!question) throw new Problem('invalid-parameter', { errors: errors.map(asFieldError) });
    const { on, ...claim } = question;
    const { results } = await deps.register.verify([claim], { on, today });
    return new RawAnswer(PLAIN, textAnswer(results[0]!, answer, visit));
  },
});

const asFieldError = ({ field, message }: { readonly field: string; readonly message: string }): FieldError => ({
  parameter: field,
  code: 'contradiction',
  detail: message,
});

export const verifyWorkbook = defineOperation({
  id: 'verifyWorkbook',
  method: 'get',
  path: '/verify.xlsx',
  tag: 'verification',
  summary: { en: 'A workbook for checks', zh: '查驗用活頁簿' },
  description: {
    en: 'Enter scheme, number, UBN and reference date to get the result, the registered provider and the last day. Each cell is one request and counts towards the limit per minute. For long lists, use POST /verifications or the batch check page.',
    zh: '填入類別、編號、統一編號與基準日，得結果、登錄業者與迄日。每格計一次請求，受每分鐘上限；大量資料請用 POST /verifications 或整批查驗頁。',
  },
  response: z.string(),
  media: [WORKBOOK],
  example: '/verify.xlsx',
  async handle({ deps, today, language }) {
    const questions = deps.register
      .snapshot()
      .providers.flatMap(({ ubn, certificates }) => certificates.map(({ scheme, number }) => ({ scheme, number, ubn })))
      .flatMap(({ scheme, number, ubn }) => (number === null ? [] : [{ scheme, number, ubn, on: today }]))
      .slice(0, 3);
    const hint = visitIn(language, today).t.verify.workbookHint;
    return new RawAnswer(WORKBOOK, await textWorkbook(deps.origin, questions, hint), {
      'Content-Disposition': 'attachment; filename="verify.xlsx"',
    });
  },
});
