export { type NoticeKind, noticeKinds } from '../notice.ts';
export type { Bilingual } from '../public-words.ts';
export { composeMail, type Mail } from './compose.ts';
export type { LetterFacts } from './letter.ts';
