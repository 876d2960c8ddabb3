import type { Deadline, NoticeKind } from '@aipower/applications';
import type { Bilingual, Language } from '../page/language.ts';

/**
 * What each notice says: the subject names what happened, the first line says it with what to do. Mail holds no content of the
 * form and no reason: both stand behind the login.
 */
export const noticeWords: Readonly<Record<NoticeKind, { readonly subject: Bilingual; readonly text: Bilingual }>> = {
  receipt: say(
    '已收到申請',
    'Application received',
    '已收到貴企業的申請，由執行單位進行資格審查。',
    'Your application has been received. The programme operator will check your eligibility.',
  ),
  supplement: say(
    '請補件',
    'Send missing items',
    '貴企業的申請有缺漏，請補件。逾期未補件者，不予受理。',
    'Your application has missing items. If they are not sent in time, it will not be accepted for review.',
  ),
  'supplement-extended': say(
    '補件期限延長',
    'More time to send missing items',
    '補件期限已延長。',
    'You have more time to send the missing items.',
  ),
  'supplement-cancelled': say(
    '不需要補件',
    'No items needed',
    '先前的補件通知已取消，不需要補件。',
    'The request for missing items was cancelled. You do not need to send anything.',
  ),
  'not-accepted': say(
    '申請不予受理',
    'Application not accepted for review',
    '貴企業的申請不予受理，理由請登入查看。',
    'Your application was not accepted for review. Log in to see why.',
  ),
  result: say(
    '審查結果已公告',
    'Results published',
    '本梯次審查結果已公告，請登入查看。',
    'The results of your round are published. Log in to see yours.',
  ),
  withdrawn: say(
    '申請已撤回',
    'Application withdrawn',
    '貴企業已撤回申請，不再審查。',
    'You withdrew your application. It will not be reviewed.',
  ),
  'award-started': say(
    '算力已啟用',
    'Your award has started',
    '核定的算力已啟用，使用期間請登入查看。',
    'You can now use your award. Log in to see the period of use.',
  ),
  idle: say(
    '請改善使用情形',
    'Resume use of your award',
    '使用紀錄不足，請於期限前繼續使用。',
    'Little or no use is recorded. Resume use before the deadline.',
  ),
  suspended: say(
    '算力服務已暫停',
    'Service suspended',
    '算力服務已暫停，理由請登入查看。',
    'Your service is suspended. Log in to see why.',
  ),
  resumed: say('算力服務已恢復', 'Service resumed', '算力服務已恢復，可以繼續使用。', 'You can use your award again.'),
  ended: say(
    '使用期間已結束',
    'Period of use ended',
    '算力使用期間已結束，應辦事項請登入查看。',
    'Your period of use has ended. Log in to see what you still have to do.',
  ),
  'obligation-returned': say(
    '請補正繳交資料',
    'Correct what you handed in',
    '繳交的資料需要補正，請登入查看。',
    'What you handed in needs a correction. Log in to see it.',
  ),
  'change-granted': say(
    '核定內容已變更',
    'Award changed',
    '核定內容已變更，請登入查看。',
    'Your award has changed. Log in to see how.',
  ),
  'change-declined': say(
    '變更申請未獲同意',
    'Change request declined',
    '變更申請未獲同意，核定內容不變。理由請登入查看。',
    'Your change request was declined and your award stays as it was. Log in to see why.',
  ),
  reminder: say(
    '期限提醒',
    'Reminder',
    '請辦理下列事項；已逾期的，請儘速辦理。',
    'Act by these deadlines. If one has passed, act as soon as you can.',
  ),
};

export const mailWords = {
  /** Behind what happened, in the subject. */
  until: {
    zh: (day: string, weekday: string) => `（期限 ${day}${weekday}）`,
    en: (day: string, weekday: string) => ` (deadline ${weekday} ${day})`,
  },
  company: { zh: (name: string) => `企業名稱：${name}`, en: (name: string) => `Company: ${name}` },
  number: { zh: (value: string) => `收件編號：${value}`, en: (value: string) => `Application number: ${value}` },
  due: {
    zh: (day: string, weekday: string, left: string) => `期限：${within(day, weekday)} 23:59（臺北時間）${left}`,
    en: (day: string, weekday: string, left: string) => `Deadline: 23:59 Taipei time on ${weekday} ${day}${left}`,
  },
  dueFor: {
    zh: (name: string, day: string, weekday: string, left: string) =>
      `${name}：${within(day, weekday)} 23:59（臺北時間）${left}`,
    en: (name: string, day: string, weekday: string, left: string) =>
      `${name}: 23:59 Taipei time on ${weekday} ${day}${left}`,
  },
  deadlines: {
    submit: { zh: '送出申請', en: 'Submission' },
    supplement: { zh: '補件', en: 'Missing items' },
    'award-accept': { zh: '接受核定', en: 'Accepting the award' },
    'idle-notice': { zh: '繼續使用算力', en: 'Resuming use' },
    'use-ends': { zh: '使用到期日', en: 'Last day of use' },
    'closing-report': { zh: '結案報告、成果簡報、demo 影片', en: 'Closing report, slides and demo video' },
    'demo-meeting': { zh: '產品 demo 會議', en: 'Product demo meeting' },
    'follow-up': { zh: '成效追蹤', en: 'Follow-up' },
    obligation: { zh: '應辦事項', en: 'Duty' },
  } as Readonly<Record<string, Bilingual>>,
  left: {
    zh: (days: number) => (days < 0 ? `，已過 ${-days} 天` : days === 0 ? '，今天截止' : `，還有 ${days} 天`),
    en: (days: number) => (days < 0 ? `, ${inDays(-days)} ago` : days === 0 ? ', today' : `, ${inDays(days)} left`),
  },
  link: { zh: '登入查看：', en: 'Log in: ' },
  contact: { zh: '如有疑問，請洽執行單位：', en: 'Questions? Contact the programme operator: ' },
  event: {
    zh: (number: string) => `算力平台申請 ${number} 期限`,
    en: (number: string) => `Deadline, application ${number}`,
  },
  fictional: { zh: '【示範資料】', en: '[Sample data] ' },
} as const;

/** What a deadline is for, where it is named beside others or far from what asks for it. */
export function deadlineName({ kind, id }: Deadline, language: Language): string {
  const names = mailWords.deadlines;
  const name = kind === 'obligation' ? (names[id.replace(/-\d+$/, '')] ?? names['obligation']!) : names[kind]!;
  // The id of a notice is its day, which is no turn.
  const turn = kind === 'obligation' ? /-(\d+)$/.exec(id)?.[1] : undefined;
  return turn === undefined ? name[language] : `${name[language]} ${turn}`;
}

/** The weekday inside the brackets that follow a Chinese day. */
const within = (day: string, weekday: string) => day.replace(/）$/, `，${weekday}）`);
const inDays = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`;

function say(zhSubject: string, enSubject: string, zh: string, en: string) {
  return { subject: { zh: zhSubject, en: enSubject }, text: { zh, en } };
}
