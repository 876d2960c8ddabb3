import type { Language } from '../page/language.ts';
import { problemsEn } from './words.en.ts';
import { problemsZh } from './words.zh.ts';

export const problemWords: Readonly<Record<Language, typeof problemsZh>> = { zh: problemsZh, en: problemsEn };
