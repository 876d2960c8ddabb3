import { nameWords } from '../generated/name-words.ts';
import { coarseForm } from '../han/fold.ts';

/** How the name of a part of a body ends, folded: 資訊工程系, 信用部, 民政課, 頂番分部. */
export const unitTail = new RegExp(`(?:${nameWords.unitEndings.map((word) => coarseForm(word)).join('|')})$`);
