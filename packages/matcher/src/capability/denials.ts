/** A stretch of a folded text that the text itself takes back, and what is left of its weight. */
export interface Denial {
  readonly start: number;
  readonly end: number;
  /** 0: it is denied; between 0 and 1: it is only said to be unnecessary. */
  readonly share: number;
}

// All patterns are written as texts are folded: Simplified, half-width, lower case. A clause ends at a comma, 、 does not end it.
const CLAUSE = /[^,:;。!?]+/g;
const ACT =
  '做|提供|涉及|负责|生产|制造|销售|贩售|贩卖|处理|包含|包括|含|承接|承办|受理|介入|开发|从事|代理|参与|参赛|用于|用在|用作|属于|属|' +
  '代为|代理|预测|判读|诊断|诊疗|撰写|写|计算|操控|控制|训练|收集|搜集|搬|投放|开课|配音|剪辑|设计|排班|辨识|识别|检测|检查|监控|推荐|翻译|开立|另|会取代|取代|使用|采用|运用|导入|具备|具有|安装|搭载|附|教|做为|作为|进行|从事|承办|执行|开设|培养|转播|评估|产生|合成|招生|参与|改变|改善|追踪|建立|介绍|拍摄';
/** The rest of the clause is denied from here on. 「是不是」, 「不是…就是」 and 「不会」 ask or wish; they deny nothing. */
const DENIES = new RegExp(
  `(?<!能|要|可|会|该|用)(?:并|也|亦|都|均|皆)?不(?:${ACT})(?!不|好|完|到|出|掉|来|动|了)|(?:并非|绝非|而非|非属|非为)(?!常|同|要|必)|(?<!是)不是(?!.*(?:就是|吗))|(?:没有|未曾|从未|未|绝无|并无|毫无|均无|皆无|概无|无)(?:做|提供|涉及|包含|使用|采用|导入|运用|任何|介入|用到|搭载|安装|装设|ai|人工智|模型|演算)|(?:绝无|毫无|全无)|没有(?:镜头|相机|感测|程式|程序|电脑|软件|模型|资料库)(?!.*(?:能|可|会|吗))|拒绝承接`,
);
/** The whole clause is denied: 「与…无关」. */
const DENIED_CLAUSE =
  /(?:与|和|跟|同).*(?:无关|没有关系|没关系|不相干)|(?:不在|非|不属).*(?:范围|范畴)|(?:只是|仅是|仅为|只作为|仅作为|只当作)(?:一种|一个)?(?:介面|入口|界面|呈现|工具|辅助|附带|手段|门面)/;
/** The clause before is what is out of scope: 「客服採真人，不在本案範圍」. */
const POINTS_BACK = /^(?:也|亦|均|皆|都|并)?(?:不在|非|不属)[^,]*(?:范围|范畴)/;
/** Unnecessary, up to what follows from it: 「不必连网就能…」. */
const UNNECESSARY = /(?:不必|不需要?|无须|无需|毋须|不用)(?!.{0,2}(?:吗|了$))(.*?)(?=就|即|便|也能|也可|而|$)/g;
const ENGLISH_CLAUSE = /[^,;.!?]+/g;
/** What a firm does, or does not do. 「customers who don't know」, "it doesn't fit" and "will not start" tell the trouble, and deny nothing (decision 221). */
const ACT_IN_ENGLISH =
  'do|offer|provide|supply|use|employ|apply|make|manufacture|build|produce|sell|resell|train|teach|develop|design|write|draw|generate|handle|process|cover|include|involve|contain|' +
  'concern|diagnose|treat|predict|forecast|recommend|advise|detect|inspect|recognise|recognize|identify|analyse|analyze|monitor|track|count|drive|fly|pick|move|transport|collect|' +
  'store|rent|lend|host|install|repair|translate|replace|judge|decide|assess|control|perform|take part|deal with|serve|publish|create|operate|run';
const NOT_DONE = 'used|involved|included|offered|provided|covered|performed|part of|in scope|meant|intended|concerned';
const DENIES_IN_ENGLISH = new RegExp(
  `\\b(?:(?:do|does|did|will) not|don't|doesn't|didn't|won't|never) (?:itself |themselves |ourselves |actually )?(?:${ACT_IN_ENGLISH})\\b(?! (?:it|so|that|this|well|enough|much)\\b)|` +
    `\\b(?:(?:is|are) not|isn't|aren't) (?:a|an|the|for|about|our|any|${NOT_DONE})\\b|\\bnothing to do with\\b|\\bnot (?:a|an|the|for|about)\\b|` +
    '\\bwithout (?:any )?(?:ai|artificial|machine|software|sensors|cameras)\\b|\\bno (?:ai|artificial|machine learning|software|sensors|cameras)\\b',
);

/** 「未使用任何 AI」: the text says of itself that no machine judges. 「沒有 AI 人才」 says something else. */
const NO_MACHINE =
  /(?:不|未|没有|没|绝无|并无|毫无|全无|无)(?:使用|采用|运用|导入|用到|用|具备|涉及|含|有)?(?:任何|半点)?\s?(?:(?:ai|人工智慧|人工智能|机器学习|演算法)(?![^,。;]{0,6}(?:人才|团队|工程师|经验|背景|基础|知识|概念|部门|专长|人员))|(?:任何|半点)辨识)|纯机械|\b(?:without (?:any )?|no |(?:not|never) us(?:e|ing) (?:any )?)(?:ai|artificial intelligence|machine learning)\b/;
/** What a text says that has a machine judge after all. */
const MACHINE =
  /(?<![a-z])ai(?![a-z])|人工智|智慧|智能|辨识|识别|预测|预估|侦测|检测|推荐|生成|学习|自动|演算|模型|机器人|automat|recogni|predict|forecast|detect|recommend|generat|learn|robot|intelligen/;

/** Does the text say that no machine judges, and speak of none elsewhere? */
export function deniesMachine(text: string, focus: readonly { start: number; end: number; role: string }[]): boolean {
  if (!NO_MACHINE.test(text)) return false;
  return !focus.some(({ start, end, role }) => role !== 'denied' && MACHINE.test(text.slice(start, end)));
}

const SHARE_OF_UNNECESSARY = 0.5;

/** What does the text say that it is not, or does not do? In order; stretches do not overlap. */
export function denialsIn(text: string): Denial[] {
  const denials: Denial[] = [];
  let before: { start: number; end: number } | undefined;
  for (const { 0: clause, index } of text.matchAll(CLAUSE)) {
    const whole = { start: index, end: index + clause.length };
    const from = DENIES.exec(clause);
    if (DENIED_CLAUSE.test(clause)) {
      if (before !== undefined && POINTS_BACK.test(clause.trim()) && denials.at(-1)?.start !== before.start)
        denials.push({ ...before, share: 0 });
      denials.push({ ...whole, share: 0 });
    } else if (from !== null) {
      const turn = clause.indexOf('而是', from.index);
      denials.push({ start: index + from.index, end: turn < 0 ? whole.end : index + turn, share: 0 });
    } else {
      for (const { 0: needless, index: at } of clause.matchAll(UNNECESSARY))
        denials.push({ start: index + at, end: index + at + needless.length, share: SHARE_OF_UNNECESSARY });
    }
    before = whole;
  }
  if (/\b(?:not|no|without|nothing|don't|doesn't|isn't|aren't|won't)\b/.test(text)) addEnglish(text, denials);
  return denials;
}

function addEnglish(text: string, denials: Denial[]): void {
  for (const { 0: clause, index } of text.matchAll(ENGLISH_CLAUSE)) {
    const from = DENIES_IN_ENGLISH.exec(clause);
    if (from === null) continue;
    const turn = clause.indexOf(' but ', from.index);
    denials.push({ start: index + from.index, end: index + (turn < 0 ? clause.length : turn), share: 0 });
  }
  denials.sort((a, b) => a.start - b.start);
}
