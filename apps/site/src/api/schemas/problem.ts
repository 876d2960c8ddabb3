import { z } from 'zod';
import { problemTypeIds } from '../../problems/problem-types.ts';
import { problemWords } from '../../problems/problem-words.ts';
import { named } from '../components.ts';
import { said } from '../said.ts';

const fieldCodes = Object.keys(problemWords.en.fields) as [string, ...string[]];

export const fieldError = named(
  'FieldError',
  z
    .strictObject({
      pointer: z
        .string()
        .optional()
        .meta(
          said(
            'JSON pointer into the body, as a fragment: #/claims/0/scheme.',
            '指向內容欄位的 JSON pointer，例如 #/claims/0/scheme。',
          ),
        ),
      parameter: z.string().optional().meta(said('Name of the parameter in the address.', '網址中的參數名稱。')),
      code: z.enum(fieldCodes).meta(said('What is wrong; never changes.', '錯誤代碼，不會變更。')),
      detail: z.string().meta(said('One sentence for people.', '給人看的一句說明。')),
    })
    .meta(said('One thing that is wrong with a request.', '請求中的一處錯誤。')),
);

/** RFC 9457, with the members that the types of this API add. */
export const problem = named(
  'Problem',
  z
    .looseObject({
      type: z
        .string()
        .meta(
          said(
            `Address of the kind of problem, a page that says what to do. Ends in one of: ${problemTypeIds.join(', ')}.`,
            `問題類型的網址（說明與處理方式）。結尾為下列之一：${problemTypeIds.join('、')}。`,
          ),
        ),
      title: z.string().meta(said('The kind in a few words.', '問題類型的簡稱。')),
      status: z.int().min(400).max(599).meta(said('The HTTP status.', 'HTTP 狀態碼。')),
      detail: z.string().meta(said('One sentence on this occurrence.', '關於這一次的一句說明。')),
      instance: z
        .string()
        .meta(
          said(
            'The request, as urn:uuid; the log knows it by the same id.',
            '這次請求（urn:uuid），紀錄檔以同一編號記載。',
          ),
        ),
      errors: z
        .array(fieldError)
        .optional()
        .meta(said('Every field that is wrong, at most 100.', '每一個有誤的欄位，最多 100 筆。')),
    })
    .meta(said('What went wrong, as RFC 9457 problem details.', '問題說明（RFC 9457 problem details）。')),
);
