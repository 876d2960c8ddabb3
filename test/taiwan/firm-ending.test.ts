import { firmEnding, withoutForm } from '@aipower/taiwan/firm-name';
import { expect, test } from 'vitest';

test.each([
  ['示範算力雲有限公司', 'registered'],
  ['示范算力云有限公司', 'registered'],
  ['算力雲有限公司高雄分公司', 'registered'],
  ['小葉企業社', 'registered'],
  ['大同法律事務所', 'registered'],
  ['Demo Compute Cloud Ltd.', 'registered'],
  ['Example Sensing Inc', 'registered'],
  ['AOI 公司', 'some'],
  ['Acme Company', 'some'],
  ['無人商店', null],
  ['瓦斯行', null],
  ['瑕疵檢測', null],
  ['smart shop', null],
  ['', null],
])('%s ends as %s', (text, ending) => {
  expect(firmEnding(text)).toBe(ending);
});

test.each([
  ['示範算力雲股份有限公司', '示範算力雲'],
  ['示範算力雲有限公司高雄分公司', '示範算力雲高雄分公司'],
  ['Demo Compute Cloud Ltd.', 'demo compute cloud'],
  ['算力雲', '算力雲'],
])('%s without its form is %s', (name, rest) => {
  expect(withoutForm(name)).toBe(rest);
});
