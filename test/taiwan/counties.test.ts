import { counties, countyOfAddress, findCounty, officialPlaceName } from '@aipower/taiwan/counties';
import { isDay } from '@aipower/taiwan/dates';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

test('22 counties and cities: six special municipalities, three cities, thirteen counties', () => {
  expect(counties).toHaveLength(22);
  expect(counties.filter(({ name }) => name.endsWith('縣'))).toHaveLength(13);
  for (const key of ['name', 'en', 'iso'] as const)
    expect(new Set(counties.map((county) => county[key])).size).toBe(22);
  expect(counties.filter(({ name }) => name.includes('台'))).toEqual([]);
  for (const { en, name } of counties) expect(en.endsWith(name.endsWith('市') ? ' City' : ' County')).toBe(true);
});

test('every former county ended on a day, and is no county now', () => {
  const former = counties.flatMap((county) => county.former);
  expect(former.map(({ name }) => name)).toEqual(['臺北縣', '桃園縣', '臺中縣', '臺南縣', '高雄縣']);
  for (const { name, until } of former) {
    expect(isDay(until)).toBe(true);
    expect(counties.some((county) => county.name === name)).toBe(false);
  }
});

describe('findCounty', () => {
  it.each([
    ['臺北市', '臺北市', 'name'],
    ['台北市', '臺北市', 'name'],
    [' 台 北 市　', '臺北市', 'name'],
    ['台北巿', '臺北市', 'name'],
    ['台東縣', '臺東縣', 'name'],
    ['新竹縣', '新竹縣', 'name'],
    ['台北縣', '新北市', 'former'],
    ['桃園縣', '桃園市', 'former'],
    ['高雄縣', '高雄市', 'former'],
    ['馬祖縣', '連江縣', 'informal'],
    ['台中', '臺中市', 'short'],
    ['New Taipei City', '新北市', 'english'],
    ['hsinchu county', '新竹縣', 'english'],
  ])('%s is %s, by %s', (text, name, by) => {
    expect(findCounty(text)).toMatchObject({ county: { name }, by });
  });

  it.each(['', '新竹', '嘉義', '台北市中山區', '北市', '北京市', '台灣', 'Taipei', '台積電'])('%s is none', (text) => {
    expect(findCounty(text)).toBeUndefined();
  });

  it('gives a shape that keeps its meaning: the former name says so', () => {
    expect(findCounty('臺中縣')?.by).not.toBe(findCounty('臺中市')?.by);
  });

  it('refuses what is no text', () => {
    expect(() => findCounty(undefined as never)).toThrow(/findCounty\(text\): expected text/);
    expect(() => countyOfAddress(null as never)).toThrow(/countyOfAddress\(address\): expected text/);
  });
});

describe('countyOfAddress', () => {
  it.each([
    ['台北市中正區重慶南路1段122號', '臺北市'],
    ['100 台北市中正區重慶南路1段122號', '臺北市'],
    ['100006臺北市中正區', '臺北市'],
    ['（３００）新竹縣竹北市', '新竹縣'],
    ['300-44新竹市東區', '新竹市'],
    ['台灣省嘉義縣民雄鄉', '嘉義縣'],
    ['福建省連江縣南竿鄉', '連江縣'],
    ['臺北縣板橋市', '新北市'],
    ['"新竹市東　區科園里"'.slice(1), '新竹市'],
  ])('%s lies in %s', (address, name) => {
    expect(countyOfAddress(address)?.county.name).toBe(name);
  });

  it.each(['', '中山區南京東路', '台北中山區', '新竹科學園區', '北京市朝陽區', '12345678臺北市'])(
    '%s: not known',
    (address) => {
      expect(countyOfAddress(address)).toBeUndefined();
    },
  );

  it('finds the county at the start of any address, and never another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...counties), fc.string(), (county, rest) => {
        expect(countyOfAddress(county.name + rest)?.county).toBe(county);
      }),
    );
  });
});

test('officialPlaceName writes 臺', () => {
  expect(['台北市', '臺北市', '新北市淡水區', '台南台北'].map(officialPlaceName)).toEqual([
    '臺北市',
    '臺北市',
    '新北市淡水區',
    '臺南臺北',
  ]);
});
