import type { AwardState, CaseFile } from './case-file.ts';
import { type PublicCode, publicCode } from './public-state.ts';

/** A text in both languages. */
export type Bilingual = { readonly zh: string; readonly en: string };
/** What a public state is called, and what happens next: every row says both, so that nobody has to ask. */
export type PublicWords = { readonly label: Bilingual; readonly next: Bilingual };

const words: Readonly<Record<PublicCode, PublicWords>> = {
  draft: {
    label: { zh: '填寫中', en: 'Draft' },
    next: {
      zh: '填完後請按「送出」，截止前未送出即失效。',
      en: 'Submit the form before applications close. After that the draft lapses.',
    },
  },
  withdrawn: {
    label: { zh: '已撤回', en: 'Withdrawn' },
    next: { zh: '受理期間內可以再次申請。', en: 'You can apply again while applications are open.' },
  },
  lapsed: {
    label: { zh: '未送出，已失效', en: 'Lapsed: not submitted in time' },
    next: {
      zh: '受理期間已過，填寫內容仍可檢視。',
      en: 'Applications have closed. You can still read what you entered.',
    },
  },
  submitted: {
    label: { zh: '已送出', en: 'Submitted' },
    next: { zh: '執行單位進行資格審查。', en: 'The programme operator checks your eligibility.' },
  },
  screening: {
    label: { zh: '資格審查中', en: 'Eligibility check' },
    next: {
      zh: '如有缺漏，執行單位會通知限期補件。',
      en: 'If anything is missing, the operator will ask you for it by a deadline.',
    },
  },
  'supplement-requested': {
    label: { zh: '請補件', en: 'Missing items requested' },
    next: {
      zh: '請於期限前補齊列出的欄位，並按「送出補件」。',
      en: 'Complete the listed fields and send them before the deadline.',
    },
  },
  'supplement-overdue': {
    label: { zh: '補件期限已過，待執行單位處理', en: 'Deadline passed, with the operator' },
    next: { zh: '請聯絡執行單位。', en: 'Contact the programme operator.' },
  },
  'not-accepted': {
    label: { zh: '不予受理', en: 'Not accepted for review' },
    next: {
      zh: '如有疑義，請洽執行單位。',
      en: 'If you have questions, contact the programme operator.',
    },
  },
  'expert-review': {
    label: { zh: '專業審查中', en: 'Expert review' },
    next: {
      zh: '由審查委員評分，結果於該梯次公告。',
      en: 'Reviewers score the application. Results are published for the whole round.',
    },
  },
  'result-pending': {
    label: { zh: '審查結果彙整中', en: 'Results being prepared' },
    next: { zh: '結果於該梯次核定後公告。', en: 'Results are published once the round is approved.' },
  },
  approved: {
    label: { zh: '核定通過', en: 'Approved' },
    next: { zh: '執行單位會通知啟用日期。', en: 'The operator will tell you when use begins.' },
  },
  waitlisted: {
    label: { zh: '備取', en: 'On the reserve list' },
    next: { zh: '有名額時由執行單位通知。', en: 'The operator will contact you when a place is free.' },
  },
  declined: {
    label: { zh: '未獲通過', en: 'Not approved' },
    next: {
      zh: '如有疑義，請洽執行單位。',
      en: 'If you have questions, contact the programme operator.',
    },
  },
};

const inMeeting: PublicWords = {
  label: { zh: '審查會議程序中', en: 'Review meeting' },
  next: words['result-pending'].next,
};

/** What each state of an award is called, in both languages. */
export const awardWords: Readonly<Record<AwardState, Bilingual>> = {
  awarded: { zh: '待啟用', en: 'Not started' },
  active: { zh: '使用中', en: 'In use' },
  'idle-noticed': { zh: '請改善使用情形', en: 'Please resume use' },
  suspended: { zh: '暫停', en: 'Suspended' },
  ended: { zh: '已結束', en: 'Ended' },
};

/** What happens next once there is an award; before its use the words of the approval stand. */
const afterApproval: Readonly<Record<Exclude<AwardState, 'awarded'>, Bilingual>> = {
  active: {
    zh: '使用期滿後，請依期限繳交結案報告等資料。',
    en: 'When your period of use is over, hand in what is due by its deadline.',
  },
  'idle-noticed': { zh: '請於期限前繼續使用算力。', en: 'Resume use before the deadline.' },
  suspended: { zh: '算力服務已暫停，請洽執行單位。', en: 'Your service is suspended. Contact the programme operator.' },
  ended: { zh: '使用期間已結束，請辦理應辦事項。', en: 'Your period of use has ended. Complete what is still due.' },
};
const toAccept: Bilingual = {
  zh: '請於期限前回覆是否接受核定。',
  en: 'Say whether you accept the award before the deadline.',
};

function nextOfAward({ award }: CaseFile): Bilingual | null {
  if (!award) return null;
  if (award.state !== 'awarded') return afterApproval[award.state];
  return award.acceptBy !== null && award.acceptedOn === null ? toAccept : null;
}

/** An approval alone would hide that its use is suspended. */
function labelOfAward(award: AwardState): Bilingual {
  const { label } = words.approved;
  if (award === 'awarded') return label;
  return { zh: `${label.zh}：${awardWords[award].zh}`, en: `${label.en}: ${awardWords[award].en.toLowerCase()}` };
}

/** The words for what the company sees now. */
export function publicWords(state: CaseFile): PublicWords {
  const code = publicCode(state);
  const next = code === 'approved' ? nextOfAward(state) : null;
  if (next) return { label: labelOfAward(state.award!.state), next };
  return code === 'result-pending' && state.rules?.meeting ? inMeeting : words[code];
}
