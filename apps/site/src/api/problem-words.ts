import type { Language } from '../language.ts';
import { problemsEn } from '../messages/problems.en.ts';
import { problemsZh } from '../messages/problems.zh.ts';

export const problemWords: Readonly<Record<Language, typeof problemsZh>> = { zh: problemsZh, en: problemsEn };
