/** A sentence of a folded text, and the number of the paragraph (line) it stands in. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
}

/** Marks that end a sentence wherever they stand (folded: full-width marks are already narrow). */
const ENDS = '。!?;…';

/**
 * Cut a folded text into sentences. Line breaks are folded to blanks, so `breaks` says where the lines of the text as given end. A full stop ends a sentence only before
 * a blank or at the end: `3.5` and `4.6.1` stay whole. What holds no letter is no sentence.
 */
export function sentencesOf(text: string, breaks: (at: number) => boolean): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let paragraph = 0;
  const close = (end: number) => {
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) sentences.push({ start, end, paragraph });
    start = end;
  };
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    if (breaks(at)) {
      close(at);
      paragraph += 1;
    } else if (ENDS.includes(mark) || (mark === '.' && (at + 1 === text.length || text[at + 1] === ' '))) close(at + 1);
  }
  close(text.length);
  return sentences;
}
