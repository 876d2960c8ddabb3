import type { Widen } from '../../page/widen.ts';
import type { environmentZh } from './words.zh.ts';

export const environmentEn: Widen<typeof environmentZh> = {
  title: 'System check',
  lead: 'Check before you log in. The result stays on this page.',
  item: 'Item',
  result: 'Result',
  help: 'If it does not pass',
  rows: {
    system: {
      name: 'Operating system',
      before: 'not checked yet',
      help: 'Use Windows or macOS. Other systems may have no card component.',
    },
    browser: {
      name: 'Browser',
      before: 'not checked yet',
      help: 'Use a recent Edge, Chrome, Firefox or Safari, and allow this site to open pop-ups.',
    },
    cookie: {
      name: 'Cookies',
      before: 'not checked yet',
      help: 'Allow cookies for this site in your browser settings.',
    },
    component: {
      name: 'Card component',
      before: 'press the button below',
      help: 'Install or update the HiCOS card tool, restart and check again.',
    },
    card: {
      name: 'Reader and card',
      before: 'press the button below',
      help: 'Connect a reader and insert your business certificate card (its number begins with MT or MG).',
    },
    time: {
      name: 'System time',
      before: 'not checked yet',
      help: 'Turn on automatic time. The time of this site decides about deadlines.',
    },
  },
  check: 'Check reader and component',
  again: 'Reload',
  noScript: 'The automatic check needs JavaScript. Without it, go through the last column yourself.',
  componentTitle: 'Card component',
  componentText: 'The component comes with the HiCOS card tool. This site connects to it only when you press a button.',
  download: 'Download the HiCOS card tool',
  toLogin: 'To the login',
  script: {
    unknown: 'not recognised',
    yes: 'allowed',
    no: 'blocked',
    timeFine: 'within 5 minutes of this site',
    timeOff: 'about {n} minutes off',
    waiting: 'Waiting for the card component, {n} seconds left.',
    failed: 'The check is not complete; see the table.',
    noCard: '(no card)',
    noReader: 'no reader',
    result: 'Done: {r} readers and {c} cards found.',
  },
};
