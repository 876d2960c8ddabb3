import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { isUbn } from '@aipower/taiwan/ubn';
import { taxHeader } from '../generated/tax-file.ts';

/** A small generator of repeatable numbers (mulberry32): the same seed makes the same file. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

// Letters of made-up names. Every generated name begins with 示範.
const letters = [
  ...'宏達光華信義和平永昌大同新興東南西北中正安康富貴長春明德文心建國民生復興成功福祿壽喜金銀玉石山川河海天地日月星辰風雲雷電松竹梅蘭菊荷桃李杏楓',
];
const trades = [
  '商行',
  '企業社',
  '工程行',
  '科技股份有限公司',
  '實業有限公司',
  '小吃店',
  '資訊有限公司',
  '國際股份有限公司',
  '工作室',
  '行',
];
const places = [
  '臺北市信義區',
  '新北市板橋區',
  '桃園市中壢區',
  '臺中市西屯區',
  '臺南市東　區',
  '高雄市前鎮區',
  '新竹市東　區',
  '彰化縣員林市',
  '屏東縣屏東市',
  '花蓮縣花蓮市',
];
const roads = [
  '示範路',
  '中山路',
  '中正路',
  '民生路',
  '和平東路',
  '復興南路',
  '建國北路',
  '力行六路',
  '光復路',
  '文化二路',
];
const codes = [
  '472927',
  '472913',
  '561113',
  '620211',
  '620111',
  '631211',
  '669999',
  '582099',
  '451099',
  '433012',
  '711299',
  '855999',
  '14211',
];
const fullWidth = (n: number) => String(n).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)));

/** Spread over all numbers, different for each row, with a last digit that makes the check digit fit. */
function madeUpUbn(i: number): string {
  const seven = String(1_000_000 + ((i * 7919) % 8_999_999));
  for (let last = 0; ; last++) if (isUbn(`${seven}${last}`)) return `${seven}${last}`;
}

/** One made-up row. Every hundredth is a branch, as in the real file some rows are. */
function row(i: number, random: (below: number) => number): string {
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!;
  const ubn = madeUpUbn(i);
  const name = `示範${pick(letters)}${pick(letters)}${random(3) > 0 ? pick(letters) : ''}${pick(trades)}`;
  const address = `${pick(places)}${pick(roads)}${fullWidth(1 + random(400))}號${random(2) ? `${fullWidth(1 + random(20))}樓` : ''}`;
  const branch = i % 100 === 99;
  const head = branch ? madeUpUbn(i - 1) : '';
  const date = `${String(40 + random(75)).padStart(3, '0')}${String(1 + random(12)).padStart(2, '0')}${String(1 + random(28)).padStart(2, '0')}`;
  const organisation = branch ? '本國公司設立之分公司' : name.includes('公司') ? '有限公司' : '獨資';
  const industries = Array.from({ length: 4 }, (_, rank) =>
    rank === 0 || random(3) === 0 ? `${pick(codes)},示範行業${random(90)}` : ',',
  );
  return `"${address}",${ubn},${head},"${name}",${1000 * (1 + random(5000))},${date},${organisation},${random(2) ? 'Y' : 'N'},${industries.join(',')}\n`;
}

/**
 * Writes a made-up tax register of any size in the shape of BGMOPEN1.csv, for measuring. About 190 bytes a row, so
 * 1,710,000 rows are the size of the real one. The same arguments write the same bytes.
 */
export async function generateTaxFile(path: string, rows: number, seed = 115): Promise<void> {
  const random = createRandom(seed);
  const out = createWriteStream(path, { highWaterMark: 1 << 22 });
  out.write(`${taxHeader.join(',')}\n10-APR-23${','.repeat(15)}\n`);
  let chunk = '';
  for (let i = 0; i < rows; i++) {
    chunk += row(i, random);
    if (chunk.length > 1 << 20) {
      if (!out.write(chunk)) await once(out, 'drain');
      chunk = '';
    }
  }
  out.end(chunk);
  await once(out, 'finish');
}
