import { z } from 'zod';
import { problemTypeIds } from '../../problems/problem-types.ts';
import { problemWords } from '../../problems/problem-words.ts';
import { named } from '../components.ts';
import { describe } from '../describe.ts';

const fieldCodes = Object.keys(problemWords.en.fields) as [string, ...string[]];

export const fieldError = named(
  'FieldError',
  z
    .strictObject({
      pointer: z
        .string()
        .optional()
        .meta(
          describe({
            zh: '指向內容欄位的 JSON pointer，例如 #/claims/0/scheme。',
            en: 'JSON pointer into the body, as a fragment: #/claims/0/scheme.',
          }),
        ),
      parameter: z
        .string()
        .optional()
        .meta(describe({ zh: '網址中的參數名稱。', en: 'Name of the parameter in the address.' })),
      code: z.enum(fieldCodes).meta(describe({ zh: '錯誤代碼，不會變更。', en: 'What is wrong; never changes.' })),
      detail: z.string().meta(describe({ zh: '給人看的一句說明。', en: 'One sentence for people.' })),
    })
    .meta(describe({ zh: '請求中的一處錯誤。', en: 'One thing that is wrong with a request.' })),
);

/** RFC 9457, with the members that the types of this API add. */
export const problem = named(
  'Problem',
  z
    .looseObject({
      type: z.string().meta(
        describe({
          zh: `問題類型的網址（說明與處理方式）。結尾為下列之一：${problemTypeIds.join('、')}。`,
          en: `Address of the kind of problem, a page that says what to do. Ends in one of: ${problemTypeIds.join(', ')}.`,
        }),
      ),
      title: z.string().meta(describe({ zh: '問題類型的簡稱。', en: 'The kind in a few words.' })),
      status: z
        .int()
        .min(400)
        .max(599)
        .meta(describe({ zh: 'HTTP 狀態碼。', en: 'The HTTP status.' })),
      detail: z.string().meta(describe({ zh: '關於這一次的一句說明。', en: 'One sentence on this occurrence.' })),
      instance: z.string().meta(
        describe({
          zh: '這次請求（urn:uuid），紀錄檔以同一編號記載。',
          en: 'The request, as urn:uuid; the log knows it by the same id.',
        }),
      ),
      errors: z
        .array(fieldError)
        .optional()
        .meta(describe({ zh: '每一個有誤的欄位，最多 100 筆。', en: 'Every field that is wrong, at most 100.' })),
    })
    .meta(
      describe({ zh: '問題說明（RFC 9457 problem details）。', en: 'What went wrong, as RFC 9457 problem details.' }),
    ),
);
