import type { Outcome } from '../case-file.ts';
import type { NoticeKind } from '../notice.ts';
import type { Bilingual } from '../public-words.ts';

/** What a letter needs beside its words. Holds no answer of the form: a mail is read on the way. */
export type LetterFacts = {
  readonly kind: NoticeKind;
  /** Stays the same when the mail is sent again: Message-ID and the calendar's UID are made from it. */
  readonly id: string;
  readonly company: string;
  readonly receiptNo: string;
  readonly category: Bilingual;
  /** When the notice was given (ISO instant): the recorded time counts, not the time of arrival. */
  readonly givenAt: string;
  /** Last day of what is asked for, inclusive. */
  readonly due?: string;
  /** What the due day is for, in a reminder. */
  readonly dueFor?: Bilingual;
  /** Days left to the due day; negative once it has passed. */
  readonly daysLeft?: number;
  readonly items?: readonly { readonly label: Bilingual; readonly reason: string }[];
  /** The officer's sentence. */
  readonly reason?: string;
  readonly result?: { readonly outcome: Outcome; readonly level: string | null; readonly points: number };
  /** Where the company opens its application. */
  readonly address: string;
  readonly contact: { readonly email: string; readonly phone: Bilingual; readonly hours: Bilingual };
};

/** One paragraph list in each language; the mail has the Chinese first. */
export type LetterBody = {
  readonly subject: Bilingual;
  readonly zh: readonly string[];
  readonly en: readonly string[];
};
