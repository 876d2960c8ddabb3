import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../apps/site/src');

/** Wordings that have one better name, and what to write in their place. */
const forbiddenZh: readonly (readonly [RegExp, string])[] = [
  [/判定日|判斷日/, '基準日'],
  [/判定(?!資格)|(?<!無法)判斷(?!依據)/, '結果、查驗、檢核；判定是機關的權限'],
  [/未主張/, '未填報'],
  [/無法驗證|無法查核/, '無法查驗'],
  [/算力計畫/, '算力平台'],
  [/自我檢測|申請前檢測|開始檢測/, '檢核（「檢測」只用於環境檢測）'],
  [/持證者|持有者|主張者/, '登錄業者'],
  [/過時|新鮮度/, '久未更新、更新期限'],
  [/末日(?!期)/, '迄日'],
  [/能量登入/, '能量登錄'],
  [/已屆期(?!失效)/, '屆期失效'],
  [/前導零/, '開頭的 0'],
  [/不認得|默默|試試看|打錯/, '沒有、未定義、略過'],
  [/視頻|信息|數據庫|激活|登陸|默認|反饋|軟件|網絡|鏈接|賬號|支持/, '臺灣用語'],
  [/不得為之|之情事/, '禁止'],
  [/115 年度/, '115年度'],
  [/我們|咱們|我方|本系統/, '本站、執行單位，或不寫主詞'],
];

const forbiddenEn: readonly (readonly [RegExp, string])[] = [
  [/\bday judged\b/i, 'reference date'],
  [/\bpass number\b/i, 'registration number'],
  [/\bnear numbers?\b/i, 'similar numbers'],
  [/\bexecutor\b/i, 'programme operator'],
  [/\bclaimants?\b(?!-)(?<!-claimant)(?! given)/i, 'applicant'],
  [/\bmay not\b(?! be registered| be found)/i, 'must not, or is not allowed'],
  [/\bdecides nothing\b|\bcannot be told\b|\bcannot be checked\b|\bnot verifiable\b/i, 'cannot be verified'],
  [/\b(?:we|us|our|ours)\b/i, 'this site, the programme operator, or nobody: it is said to the reader'],
  [/\ba slip\b|\bmend\b|\bwhoever\b/i, 'mistyped, fix, the site team'],
];

/** Half-width marks next to Chinese characters. */
const marksZh: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Han}[:;?!](?![/\w])/u, 'full-width ：；？！'],
  [/\p{Script=Han},/u, 'full-width ，'],
  [/\p{Script=Han} ?\((?!\$)|\)\p{Script=Han}/u, 'full-width （）'],
  [/\p{Script=Han}~|~\p{Script=Han}/u, '至'],
  [/（（|））/, 'one pair of brackets'],
  [/\.\.\./, '…'],
];

/** The texts of a file of words: what stands in quotation marks, values left out, comments too. */
function textsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^import .*$/gm, '');
  return [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(([, plain, made]) =>
    (plain ?? made ?? '').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '◻'),
  );
}

const under = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
const files = under(root);
const wordsIn = (language: 'zh' | 'en') => files.filter((file) => new RegExp(`words\\.${language}\\.ts$`).test(file));
/** Where people are spoken to beside the pages: the API and its document, the mails, the tools, the command line. */
const otherChannels = [...files, ...under(join(root, '../../../packages/registry/src/cli'))].filter(
  // What visitors say is no text of the site.
  (file) => file.endsWith('.ts') && !/words\.(?:zh|en)\.ts$|search\/words-asked/.test(file) && !/generated/.test(file),
);
const otherWords = otherChannels.filter((file) => /words\.ts$/.test(file));

function faults(where: readonly string[], rules: readonly (readonly [RegExp, string])[]): string[] {
  return where.flatMap((file) =>
    textsOf(file).flatMap((text) =>
      rules
        .filter(([pattern]) => pattern.test(text))
        .map(([pattern, better]) => `${relative(root, file)}: 「${pattern.exec(text)![0]}」 in 「${text}」: ${better}`),
    ),
  );
}

describe('the words of the site keep to the glossary', () => {
  test('there are words to look at', () => {
    expect(wordsIn('zh').length).toBeGreaterThan(15);
    expect(wordsIn('zh').flatMap(textsOf).length).toBeGreaterThan(800);
  });

  test('in Chinese', () => expect(faults(wordsIn('zh'), forbiddenZh)).toEqual([]));
  test('in English', () => expect(faults(wordsIn('en'), forbiddenEn)).toEqual([]));
  test('in Chinese, in every other channel', () => expect(faults(otherChannels, forbiddenZh)).toEqual([]));
  test('in English, in the mails, the tools and the command line', () => {
    expect(otherWords.length).toBeGreaterThan(2);
    expect(faults(otherWords, forbiddenEn)).toEqual([]);
  });
  test('with full-width marks in Chinese', () => expect(faults(wordsIn('zh'), marksZh)).toEqual([]));
});
