import { saysYes } from '@aipower/taiwan/answers';
import { markWords } from '../generated/cell-words.ts';

const yesMark = new RegExp(`^(?:${markWords.yes})$`, 'i');
/** false, unchecked, 否 and their like. */
export const noMark: RegExp = new RegExp(`^(?:${markWords.no})$`, 'i');
/** true, checked, 有 and their like. */
export const marksYes = (text: string) => yesMark.test(text) || (!/\d/.test(text) && saysYes(text));

/** Is this a mark of a form, 有, checked or false, and no text of its own? */
export const isMark = (text: string): boolean => marksYes(text) || noMark.test(text);
