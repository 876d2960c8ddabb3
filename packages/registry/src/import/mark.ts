import { saysYes } from '@aipower/taiwan/answers';

const yesMark = /^(?:checked|selected|on)$/i;
/** false, unchecked, 否 and their like. */
export const noMark = /^(?:false|unchecked|off|no|x|否|非|不同意|未(?:登錄|通過|取得)|☐|✗|✘)$/i;
/** true, checked, 有 and their like. */
export const marksYes = (text: string) => yesMark.test(text) || (!/\d/.test(text) && saysYes(text));

/** Is this a mark of a form, 有, checked or false, and no text of its own? */
export const isMark = (text: string): boolean => marksYes(text) || noMark.test(text);
