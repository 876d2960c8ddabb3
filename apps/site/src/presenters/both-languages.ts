import type { Language } from '../page/language.ts';

/** What this program itself writes into the register, where everybody reads it: in both languages, one after the other. */
const written = [
  { zh: '示範名單（虛構）', en: 'Fictional sample list' },
  { zh: '首次啟動', en: 'First start' },
] as const;

const stored = ({ zh, en }: (typeof written)[number]) => `${zh} ${en}`;

/** The source and the reason of the sample register's import. */
export const [SAMPLE_SOURCE, FIRST_START] = written.map(stored) as [string, string];

const words = new Map(written.map((one) => [stored(one), one]));

/** A value of the register as a reader of this language sees it: where we wrote it in both, the half that is his. */
export const inOwnLanguage = (value: string, language: Language): string => words.get(value)?.[language] ?? value;
