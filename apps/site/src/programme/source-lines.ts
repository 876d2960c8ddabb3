import type { Programme } from '@aipower/programme';
import { sourceText } from './generated/source-text.ts';

/** A line of the source as it is kept, with the misprints that begin on it. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
  readonly misprints: Programme['misprints'];
}

/** The lines of the guide that hold text, with their numbers: those that citations name. */
export function sourceLines({ misprints }: Programme): readonly SourceLine[] {
  return sourceText.split('\n').flatMap((text, index) => {
    const number = index + 1;
    if (text.trim() === '') return [];
    return [{ number, text, misprints: misprints.filter(({ lines }) => Number.parseInt(lines, 10) === number) }];
  });
}
