import { readFileSync } from 'node:fs';
import { programme115 } from '@aipower/programme';
import { describe, expect, test } from 'vitest';
import { readYaml } from './cases.ts';

const root = new URL('../../', import.meta.url);
const source = readFileSync(new URL(programme115.source, root), 'utf8').split('\n');

/** What the source prints, without the marks of Markdown and HTML. */
const printed = source.map((line) =>
  line
    .replace(/<https?:[^>]*>/g, (address) => address.slice(1, -1))
    .replace(/<[^>]+>/g, '')
    .replace(/\*\*/g, '')
    .replace(/\\([_*[\]])/g, '$1'),
);

interface Quote {
  readonly path: string;
  readonly text: string;
  readonly lines: string;
}

/** Every text with a place in the source: { zh, lines }, { name, lines }, { value, lines }, { printed, lines }. */
function quotes(value: unknown, path: string): Quote[] {
  if (Array.isArray(value)) return value.flatMap((part, i) => quotes(part, `${path}.${i}`));
  if (typeof value !== 'object' || value === null) return [];
  const { lines, ...rest } = value as Record<string, unknown>;
  const text = [rest['printed'], rest['zh'], rest['name'], rest['value']].find((one) => typeof one === 'string');
  const own = typeof lines === 'string' && typeof text === 'string' ? [{ path, text, lines }] : [];
  return [...own, ...Object.entries(rest).flatMap(([key, part]) => quotes(part, `${path}.${key}`))];
}

function found({ text, lines }: Quote): boolean {
  return lines.split(', ').every((range) => {
    const [from, to = from] = range.split('-').map(Number) as [number, number?];
    const part = printed.slice(from - 1, to);
    // Labels in cells are wrapped; a wrap is no character of the text.
    return (
      part.join('').includes(text) ||
      part
        .map((line) => line.trim())
        .join('')
        .includes(text)
    );
  });
}

const all = quotes(programme115, '115');

/** What a page of the source carries beside its message: titles, buttons, samples of blank fields, other sites' menus. */
const furniture = [
  /^#+ .*算力平台(操作說明|使用申請書|使用申請|申請書|- ?申請|-聯繫)/,
  /^# 115年算力平台使用申請-/,
  /^(無|同意|下一步|詳閱後請按下一步|範例|範例資料：|模型訓練類|模型推論類|專案主題建議：|模型清單可複選)$/,
  /^(儲存會員資料, 下一步|送出，並完成申請|檢視或更新申請表|請詳閱申請注意事項及使用規範|算力申請平台|系統自動帶入公司名稱)$/,
  /^## 使用效益$|^### 蒐集個人資料告知事項\.$|^## 6\.4\. 影片平均像素大小：$|^加值型提案 \/ 加分型資料$/,
];

test('every line of the source that says something is quoted by the programme file', () => {
  expect(all.length).toBeGreaterThan(450);
  const quoted = new Set<number>();
  for (const { lines } of all) {
    for (const range of lines.split(', ')) {
      const [from, to = from] = range.split('-').map(Number) as [number, number?];
      for (let line = from; line <= to; line++) quoted.add(line);
    }
  }
  // Screenshots are no rules: the tax portal and the log-in (113-388), the registrations' page (880-904, 1178-1187).
  const screenshot = (line: number) =>
    [
      [113, 388],
      [880, 904],
      [1178, 1187],
    ].some(([from, to]) => line >= from! && line <= to!);
  const unquoted = printed.flatMap((text, i) => {
    const says =
      /\p{sc=Han}/u.test(text) && !screenshot(i + 1) && !furniture.some((pattern) => pattern.test(text.trim()));
    return says && !quoted.has(i + 1) ? [`${i + 1}: ${text}`] : [];
  });
  expect(unquoted).toEqual([]);
});

test.each(all.map((quote) => [quote.path, quote] as const))('%s is to the letter of the source', (_, quote) => {
  expect(quote.text, `lines ${quote.lines}`).toSatisfy(() => found(quote));
});

test('a wrong letter or a wrong line would be noticed', () => {
  expect(found({ path: '', text: '算力平台申請說明', lines: '3' })).toBe(true);
  expect(found({ path: '', text: '算力平臺申請說明', lines: '3' })).toBe(false);
  expect(found({ path: '', text: '算力平台申請說明', lines: '4' })).toBe(false);
});

describe('what has no place in the source', () => {
  test('is only the naming of facts', () => {
    const own = JSON.stringify(programme115, (_, value) =>
      typeof value === 'object' && value !== null && 'zh' in value && 'lines' in value ? undefined : value,
    );
    const texts = [...own.matchAll(/"zh":"([^"]+)"/g)].map((match) => match[1]);
    const facts = programme115.facts.flatMap(({ name }) => (name.lines ? [] : [name.zh]));
    expect(texts).toEqual(facts);
  });
});

test('the six registrations are named as the source names them', () => {
  const { schemes } = readYaml<{ schemes: { id: string; name: { zh: string }; numberLabel: string | null }[] }>(
    'data/schemes.yml',
  );
  const text = source.join('\n');
  const asked = programme115.bonus.items.filter((item) => item.kind === 'registration');
  expect(asked).toHaveLength(6);
  for (const { id: order, scheme } of asked) {
    const { name, numberLabel } = schemes.find(({ id }) => id === scheme)!;
    expect(text).toContain(`${order} ${name.zh}`);
    if (numberLabel) expect(text).toContain(`${order} ${name.zh}，${numberLabel}：`);
  }
});
