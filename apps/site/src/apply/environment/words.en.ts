import type { Widen } from '../../page/widen.ts';
import type { environmentZh } from './words.zh.ts';

export const environmentEn: Widen<typeof environmentZh> = {
  title: 'System check',
  lead: 'Check that this computer can read your card. The result stays on this page.',
  item: 'Item',
  result: 'Result',
  help: 'If it does not pass',
  rows: {
    system: {
      name: 'Operating system',
      before: 'not checked yet',
      help: 'Use Windows or macOS.',
    },
    browser: {
      name: 'Browser',
      before: 'not checked yet',
      help: 'Use a recent Edge, Chrome, Firefox or Safari; allow pop-ups.',
    },
    cookie: {
      name: 'Cookies',
      before: 'not checked yet',
      help: 'Allow cookies for this site.',
    },
    component: {
      name: 'Card component',
      before: 'press the button below',
      help: 'Install or update HiCOS, restart, check again.',
    },
    card: {
      name: 'Reader and card',
      before: 'press the button below',
      help: 'Insert your business certificate card (number begins with MT or MG).',
    },
    time: {
      name: 'System time',
      before: 'not checked yet',
      help: 'Turn on automatic time. Deadlines go by this site’s time.',
    },
  },
  check: 'Check reader and component',
  again: 'Reload',
  noScript: 'The check needs JavaScript. Without it, follow the last column.',
  download: 'Download the HiCOS card tool',
  toLogin: 'Continue to log in',
  script: {
    unknown: 'not recognised',
    yes: 'allowed',
    no: 'blocked',
    timeFine: 'within 5 minutes of this site',
    timeOff: 'more than 5 minutes from this site’s',
    waiting: 'Waiting for the card component, {n} seconds left.',
    failed: 'The check is not complete. See the table.',
    noCard: '(no card)',
    noReader: 'no reader',
    result: 'Done: {r} readers and {c} cards found.',
  },
};
