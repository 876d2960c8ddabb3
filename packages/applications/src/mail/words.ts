import type { NoticeKind } from '../notice.ts';
import { letterDay, letterMoment } from './dates.ts';
import type { LetterBody, LetterFacts } from './letter.ts';

type Words = (facts: LetterFacts) => LetterBody;

const due = ({ due: day }: LetterFacts) => letterDay(day!);
const number = ({ receiptNo }: LetterFacts) => ({ zh: `收件編號 ${receiptNo}`, en: `application ${receiptNo}` });
const subject = (facts: LetterFacts, zh: string, en: string) => {
  return { zh: `【算力平台】${zh}（${number(facts).zh}）`, en: `Compute Platform: ${en} (${number(facts).en})` };
};
const plain = (
  facts: LetterFacts,
  title: [string, string],
  zh: readonly string[],
  en: readonly string[],
): LetterBody => {
  return { subject: subject(facts, ...title), zh, en };
};
const reason = ({ reason: text }: LetterFacts) => ({
  zh: text ? [`理由：${text}`] : [],
  en: text ? [`Reason (in Chinese): ${text}`] : [],
});
const itemLines = ({ items = [] }: LetterFacts, language: 'zh' | 'en') =>
  items.map(({ label, reason: text }, i) =>
    language === 'zh' ? `${i + 1}. ${label.zh}：${text}` : `${i + 1}. ${label.en}: ${text}`,
  );

const outcomes = {
  approved: { zh: '核定通過', en: 'approved' },
  waitlisted: { zh: '備取', en: 'placed on the wait list' },
  declined: { zh: '未獲通過', en: 'not approved' },
} as const;

/** What each notice says. Sentences follow the wording of the programme; consequences are those it prints. */
export const letterWords: Readonly<Record<NoticeKind, Words>> = {
  receipt: (facts) =>
    plain(
      facts,
      ['已收到貴企業的申請', 'we have received your application'],
      [
        `已收到貴企業的${facts.category.zh}申請，收件時間 ${letterMoment(facts.givenAt).zh}（臺北時間）。`,
        '本回條證明收件時間與內容，不代表符合資格或核定通過。',
      ],
      [
        `We received your ${facts.category.en} application at ${letterMoment(facts.givenAt).en} (Taipei time).`,
        'This receipt proves when and what we received. It does not mean you are eligible or approved.',
      ],
    ),
  supplement: (facts) => ({
    subject: {
      zh: `【算力平台】請於 ${due(facts).zh}23:59前補件（${number(facts).zh}）`,
      en: `Compute Platform: send missing items by 23:59 on ${due(facts).en} (${number(facts).en})`,
    },
    zh: [
      `貴企業的${facts.category.zh}申請，經資格審查，請補下列資料：`,
      ...itemLines(facts, 'zh'),
      `補件期限：${due(facts).zh}23:59（臺北時間），以執行單位系統紀錄為準。依申請說明，逾期未補件者，不予受理。需要延長，請於期限前聯絡執行單位。`,
      '只能修改上列欄位，按「送出補件」才完成。',
    ],
    en: [
      `Your ${facts.category.en} application needs the following items:`,
      ...itemLines(facts, 'en'),
      `Deadline: 23:59 (Taipei time) on ${due(facts).en}, as recorded by the programme operator’s system. Under the guide, applications not completed in time are not accepted for review. If you need more time, contact the operator before the deadline.`,
      'Only the fields above can be changed. Select “Submit missing items” to finish.',
    ],
  }),
  'supplement-extended': (facts) =>
    plain(
      facts,
      [`補件期限延長至 ${due(facts).zh}23:59`, `deadline extended to 23:59 on ${due(facts).en}`],
      [`補件期限已延長至 ${due(facts).zh}23:59（臺北時間）。`, ...reason(facts).zh],
      [`The deadline for missing items is now 23:59 (Taipei time) on ${due(facts).en}.`, ...reason(facts).en],
    ),
  'supplement-cancelled': (facts) =>
    plain(
      facts,
      ['不需補件', 'no items are missing any more'],
      ['先前的補件通知已取消，貴企業不需補件。', ...reason(facts).zh],
      ['The request for missing items was cancelled. You need not send anything.', ...reason(facts).en],
    ),
  'not-accepted': (facts) =>
    plain(
      facts,
      ['不予受理通知', 'not accepted for review'],
      [
        `貴企業的${facts.category.zh}申請，經執行單位資格審查，不予受理。`,
        ...reason(facts).zh,
        '如有疑義，請聯絡執行單位。',
      ],
      [
        `After the eligibility check, your ${facts.category.en} application was not accepted for review.`,
        ...reason(facts).en,
        'If you have questions, contact the programme operator.',
      ],
    ),
  result: (facts) => {
    const { outcome, level, points } = facts.result!;
    const said = outcomes[outcome];
    const granted =
      level === null
        ? { zh: '', en: '' }
        : {
            zh: `，${level}級，核發點數 ${points.toLocaleString('en')} 點`,
            en: `: level ${level}, ${points.toLocaleString('en')} points`,
          };
    return plain(
      facts,
      [`審查結果：${said.zh}`, `result: ${said.en}`],
      [`貴企業的${facts.category.zh}申請，審查結果為${said.zh}${granted.zh}。`],
      [`Your ${facts.category.en} application was ${said.en}${granted.en}.`],
    );
  },
  withdrawn: (facts) =>
    plain(
      facts,
      ['申請已撤回', 'application withdrawn'],
      [`貴企業的${facts.category.zh}申請已於 ${letterMoment(facts.givenAt).zh}撤回。`],
      [`Your ${facts.category.en} application was withdrawn at ${letterMoment(facts.givenAt).en}.`],
    ),
  'award-started': (facts) =>
    plain(
      facts,
      ['算力已啟用', 'use has begun'],
      ['貴企業核定的算力已啟用。使用期間與應辦事項請登入查看。'],
      ['The computing granted to you can now be used. Log in for the period of use and what you must do.'],
    ),
  idle: (facts) =>
    plain(
      facts,
      ['請改善使用情形', 'please resume use'],
      [
        '貴企業未使用算力的週數已逾核定週數的一半。依申請說明，請於通知隔日起 3 個日曆天內繼續使用；未繼續使用者，屬禁止行為，由執行單位依規定處理。',
      ],
      [
        'You have not used the computing in more than half of the approved weeks. Under the guide, use must resume within three calendar days from the day after this notice. If it does not, this counts as a prohibited use, and the operator decides what follows.',
      ],
    ),
  suspended: (facts) =>
    plain(
      facts,
      ['算力服務暫停', 'service suspended'],
      ['執行單位已暫停貴企業的算力服務。', ...reason(facts).zh],
      ['The operator has suspended your computing service.', ...reason(facts).en],
    ),
  resumed: (facts) =>
    plain(
      facts,
      ['算力服務恢復', 'service resumed'],
      ['貴企業的算力服務可以繼續使用。', ...reason(facts).zh],
      ['You can use the computing again.', ...reason(facts).en],
    ),
  ended: (facts) =>
    plain(
      facts,
      ['算力使用結束', 'use has ended'],
      ['貴企業的算力使用已結束。應繳資料與期限請登入查看。', ...reason(facts).zh],
      ['Your use of the computing has ended. Log in to see what you must hand in, and by when.', ...reason(facts).en],
    ),
  'obligation-returned': (facts) =>
    plain(
      facts,
      ['請補正繳交資料', 'please correct what you handed in'],
      ['執行單位退回貴企業繳交的資料，請補正後再送。', ...reason(facts).zh],
      ['The operator returned what you handed in. Correct it and send it again.', ...reason(facts).en],
    ),
  'change-granted': (facts) =>
    plain(
      facts,
      ['核定內容變更', 'your award was changed'],
      ['貴企業核定的使用期間或點數已變更，請登入查看。', ...reason(facts).zh],
      ['The period or the points of your award were changed. Log in to see them.', ...reason(facts).en],
    ),
  'change-declined': (facts) =>
    plain(
      facts,
      ['變更申請未獲同意', 'your change request was declined'],
      ['貴企業的變更申請未獲同意，原核定內容不變。', ...reason(facts).zh],
      ['Your change request was declined. The award stays as it was.', ...reason(facts).en],
    ),
  reminder: (facts) => {
    const { dueFor, daysLeft = 0 } = facts;
    const left =
      daysLeft < 0
        ? { zh: `已逾期 ${-daysLeft} 天`, en: `${-daysLeft} days overdue` }
        : daysLeft === 0
          ? { zh: '今日到期', en: 'due today' }
          : { zh: `還有 ${daysLeft} 天`, en: `${daysLeft} days left` };
    return plain(
      facts,
      [`提醒：${dueFor!.zh}，${left.zh}`, `reminder: ${dueFor!.en}, ${left.en}`],
      [`${dueFor!.zh}的期限是 ${due(facts).zh}23:59（臺北時間），${left.zh}。`],
      [`${dueFor!.en}: by 23:59 (Taipei time) on ${due(facts).en}, ${left.en}.`],
    );
  },
};
