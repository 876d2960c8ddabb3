import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';

// Control characters reach neither a log nor a database (PostgreSQL refuses NUL); half a surrogate pair cannot be sent on.
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** Text a person typed: a length, no control characters but tab and line ends, whole Unicode characters. */
export function plainText(max: number, min = 0) {
  const bounded = z.string().max(max);
  return (min > 0 ? bounded.min(min) : bounded).refine((text) => !CONTROL.test(text) && text.isWellFormed(), {
    params: { code: 'unusable-text' },
    abort: true,
  });
}

/** A calendar day, `YYYY-MM-DD`, of the years 1912 to 9999 (ROC year 1 on). */
export const day = z.iso
  .date({ abort: true })
  .refine((text) => text >= '1912-01-01', { params: { code: 'bad-format', format: 'date' } });

export const ubn = z.string().regex(/^[0-9]{8}$/, { error: 'ubn' });

export const words = named(
  'Words',
  z
    .strictObject({
      zh: z.string().meta(describe({ zh: '繁體中文。', en: 'Traditional Chinese.' })),
      en: z.string().meta(describe({ zh: '英文。', en: 'English.' })),
    })
    .meta(describe({ zh: '兩種語言的同一段文字。', en: 'The same words in both languages.' })),
);

export const page = named(
  'Page',
  z
    .strictObject({
      number: z
        .int()
        .min(1)
        .meta(describe({ zh: '目前頁次，從 1 起算。', en: 'This page, counted from 1.' })),
      size: z
        .int()
        .min(1)
        .meta(describe({ zh: '每頁筆數。', en: 'How many entries a page holds.' })),
      pages: z
        .int()
        .min(0)
        .meta(describe({ zh: '總頁數；查無資料時為 0。', en: 'How many pages there are; 0 when nothing was found.' })),
      total: z
        .int()
        .min(0)
        .meta(describe({ zh: '總筆數。', en: 'How many entries there are on all pages.' })),
    })
    .meta(
      describe({
        zh: '分頁位置；其他頁的網址見 Link 標頭。',
        en: 'Where this page stands. The Link header leads to the others.',
      }),
    ),
);

export const pageQuery = {
  page: z
    .int()
    .min(1)
    .max(100_000)
    .default(1)
    .meta(describe({ zh: '頁次，從 1 起算。', en: 'The page, from 1.' })),
  per_page: z
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta(describe({ zh: '每頁筆數。', en: 'Entries per page.' })),
};

export const onQuery = {
  on: day
    .optional()
    .meta(
      describe({ zh: '基準日；省略時為今日（臺北時間）。', en: 'The day to judge by; today in Taipei when left out.' }),
    ),
};
