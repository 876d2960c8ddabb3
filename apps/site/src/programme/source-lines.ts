import type { Programme } from '@aipower/programme';
import { SOURCE_LINES_PER_PAGE } from '../page/paths.ts';
import { sourceText } from './generated/source-text.ts';

/** A line of the source as it is kept, with the misprints that begin on it. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
  readonly misprints: Programme['misprints'];
}

/** A page of the guide's text: its lines from one number to another. */
export interface SourcePage {
  readonly page: number;
  readonly from: number;
  readonly until: number;
}

const texts = sourceText.split('\n');

/** The pages that the text is shown on, of as many lines each as citations count with. */
export const sourcePages: readonly SourcePage[] = Array.from(
  { length: Math.ceil(texts.length / SOURCE_LINES_PER_PAGE) },
  (_, index) => ({
    page: index + 1,
    from: index * SOURCE_LINES_PER_PAGE + 1,
    until: Math.min((index + 1) * SOURCE_LINES_PER_PAGE, texts.length),
  }),
);

/** The lines of a page of the guide that hold text, with their numbers: those that citations name. */
export function sourceLines({ misprints }: Programme, { from, until }: SourcePage): readonly SourceLine[] {
  return texts.slice(from - 1, until).flatMap((text, index) => {
    const number = from + index;
    if (text.trim() === '') return [];
    return [{ number, text, misprints: misprints.filter(({ lines }) => Number.parseInt(lines, 10) === number) }];
  });
}
