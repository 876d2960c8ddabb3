import type { Widen } from '../page/widen.ts';
import type { deskZh } from './words.zh.ts';

export const deskEn: Widen<typeof deskZh> = {
  brand: 'AI capability',
  places: { apply: 'Applications', staff: 'Operator' },
  guide: 'Programme',
  mine: 'My applications',
  environment: 'System check',
  queue: 'Queue',
  rounds: 'Rounds',
  outbox: 'Notices',
  awards: 'Awards',
  dashboard: 'At a glance',
  audit: 'Event log',
  sheet: 'Batch check',
  logout: 'Log out',
  otherSiteTitle: 'Check and send again',
  otherSite:
    'This form was not sent from a page of this site and was not processed. Everything is kept. Check it, then press “Send”.',
  notSavedTitle: 'Not saved yet: send it again',
  notSaved:
    'The system cannot save right now, and this was not processed. Everything is kept below. Wait a moment, then press “Send”.',
  keptText: (length) => `Your text (${length} characters)`,
  unsaved: 'What you typed, not saved',
  keptSend: 'Send',
  keptLogIn: 'Log in, in a new tab',
};
