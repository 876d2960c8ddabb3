import type { SourceFile } from '@aipower/registry';

const schemes = [
  'third-party-payment-aml',
  'e-signature',
  'data-economy',
  'ai',
  'information-service',
  'information-security',
];
/** Providers are dealt out over them evenly. */
export const benchCities = ['臺北市', '新北市', '桃園市', '臺中市', '臺南市', '高雄市', '新竹市', '新竹縣'];
const letters = [
  ...'宏達光華信義和平永昌大同新興東南西北中正安康富貴長春明德文心建國民生復興成功福祿壽喜金銀玉石山川河海',
];
const groups: Record<string, number> = { '1.1': 7, '1.2': 3, '2.1': 4, '4.2': 11, '4.9': 6, '4.13': 5 };
const items = Object.entries(groups).flatMap(([group, size]) =>
  Array.from({ length: size }, (_, i) => `${group}.${i + 1}`),
);

/** The number of the n-th made-up certificate. */
export const benchNumber = (n: number) =>
  `示範-${schemes[n % 5]!.slice(0, 2).toUpperCase()}-${String(n).padStart(6, '0')}`;
export const benchScheme = (n: number) => schemes[n % 5]!;

/** Like real 統一編號 in shape; the check digit of most does not fit, which costs a warning and nothing else. */
export const benchUbn = (n: number) => String(10_000_000 + n * 7).padStart(8, '0');

/** A made-up list of 30,000 providers and 100,000 certificates (or another size), the same each time. */
export function benchList(providers = 30_000, certificates = 100_000): SourceFile {
  const lines = [
    'scheme,number,ubn,name,name_en,former_names,city,registered_on,valid_until,status,items,evidence_url',
  ];
  for (let n = 0; n < certificates; n++) {
    const p = n % providers;
    const name = `示範${letters[p % 47]}${letters[(p * 7) % 43]}${letters[(p * 13) % 41]}${p % 3 ? '科技' : '資訊'}股份有限公司`;
    const scope =
      benchScheme(n) === 'ai'
        ? [items[n % items.length], items[(n * 5) % items.length], items[(n * 11) % items.length]].join(';')
        : '';
    const year = 2024 + (n % 3);
    lines.push(
      `${benchScheme(n)},${benchNumber(n)},${benchUbn(p)},${name}${p},Demo ${p} Ltd.,${p % 10 ? '' : `示範舊名${p}`},${benchCities[p % 8]},${year}-0${1 + (n % 9)}-01,${year + 2}-0${1 + (n % 9)}-01,${n % 50 ? '生效' : '暫停'},${scope},`,
    );
  }
  return { name: 'bench.csv', bytes: Buffer.from(`${lines.join('\n')}\n`) };
}
