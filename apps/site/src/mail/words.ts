import type { NoticeKind } from '@aipower/applications';
import type { Bilingual } from '../page/language.ts';

/** What each notice says first. Mail holds no content of the form and no reason: both stand behind the login. */
export const noticeWords: Readonly<Record<NoticeKind, { readonly subject: Bilingual; readonly text: Bilingual }>> = {
  receipt: say('收件回條', 'Submission received', '已收到貴企業的申請表。', 'We have received your application form.'),
  supplement: say(
    '請補件',
    'Missing items requested',
    '申請資料有缺漏，請於期限前登入補件。',
    'Some items are missing. Log in and send them before the deadline.',
  ),
  'supplement-extended': say(
    '補件期限延長',
    'Deadline extended',
    '補件期限已延長。',
    'The deadline for the missing items was extended.',
  ),
  'supplement-cancelled': say(
    '補件通知取消',
    'Request cancelled',
    '先前的補件通知已取消，不需要補件。',
    'The request for missing items was cancelled. Nothing needs to be sent.',
  ),
  'not-accepted': say(
    '不予受理',
    'Not accepted for review',
    '申請不予受理，理由請登入查看。',
    'The application is not accepted for review. Log in to see the reason.',
  ),
  result: say(
    '審查結果公告',
    'Results published',
    '本梯次結果已公告，請登入查看。',
    'The results of the round are published. Log in to see yours.',
  ),
  withdrawn: say(
    '申請已撤回',
    'Application withdrawn',
    '已依貴企業的操作撤回申請。',
    'The application was withdrawn as you asked.',
  ),
  'award-started': say(
    '算力啟用',
    'Use begins',
    '核定的算力已啟用，使用期間請登入查看。',
    'The granted computing is active. Log in to see the period of use.',
  ),
  idle: say(
    '改善通知',
    'Notice to resume use',
    '尚無足夠的使用紀錄，請於期限前繼續使用。',
    'Little or no use is recorded. Please resume use before the deadline.',
  ),
  suspended: say(
    '暫停服務',
    'Service suspended',
    '算力服務已暫停，理由請登入查看。',
    'The service is suspended. Log in to see the reason.',
  ),
  resumed: say('恢復服務', 'Service resumed', '算力服務已恢復。', 'The service is available again.'),
  ended: say('使用期間結束', 'Period of use ended', '算力使用期間已結束。', 'The period of use has ended.'),
  'obligation-returned': say(
    '請補正繳交資料',
    'Please correct what you sent',
    '繳交的資料需要補正，請登入查看。',
    'What you sent needs a correction. Log in to see it.',
  ),
  'change-granted': say(
    '核定內容變更',
    'Award changed',
    '核定的使用期間或點數已變更，請登入查看。',
    'The period or the points of your award were changed. Log in to see them.',
  ),
  'change-declined': say(
    '變更申請未獲同意',
    'Change request declined',
    '變更申請未獲同意，原核定內容不變。理由請登入查看。',
    'Your change request was declined. The award stays as it was. Log in to see the reason.',
  ),
  reminder: say(
    '期限提醒',
    'Reminder of a deadline',
    '下列期限即將到來或已過，請登入辦理。',
    'These deadlines are near or have passed. Log in to act on them.',
  ),
};

export const mailWords = {
  greeting: { zh: (name: string) => `${name} 您好：`, en: (name: string) => `To ${name}` },
  number: { zh: (value: string) => `收件編號：${value}`, en: (value: string) => `Application number: ${value}` },
  due: {
    zh: (day: string, weekday: string, left: string) => `期限：${day}${weekday} 23:59（臺北時間）${left}`,
    en: (day: string, weekday: string, left: string) => `Deadline: 23:59 Taipei time on ${weekday} ${day}${left}`,
  },
  dueFor: {
    zh: (name: string, day: string, weekday: string, left: string) =>
      `${name}：${day}${weekday} 23:59（臺北時間）${left}`,
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
    zh: (days: number) => (days < 0 ? `，已過 ${-days} 天` : days === 0 ? '，就是今天' : `，還有 ${days} 天`),
    en: (days: number) => (days < 0 ? `, ${-days} days ago` : days === 0 ? ', today' : `, ${days} days left`),
  },
  link: { zh: '登入查看：', en: 'Log in: ' },
  contact: { zh: '如有疑問，請洽執行單位：', en: 'Questions? Contact the programme operator: ' },
  event: {
    zh: (number: string) => `算力平台申請 ${number} 期限`,
    en: (number: string) => `Deadline, application ${number}`,
  },
  fictional: { zh: '【示範資料】', en: '[Sample data] ' },
} as const;

function say(zhSubject: string, enSubject: string, zh: string, en: string) {
  return { subject: { zh: zhSubject, en: enSubject }, text: { zh, en } };
}
