import { createHash } from 'node:crypto';
import { openApiDocument } from '@aipower/site/api/openapi';
import { operations } from '@aipower/site/api/operations';
import { en } from '@aipower/site/page/words.en';
import { zh } from '@aipower/site/page/words.zh';
import { problemsDescribedOn } from '@aipower/site/problems/problem-types';
import { describe, expect, test } from 'vitest';

type Words = { readonly [key: string]: unknown };

/** Every word by its path, such as `home.list.stale`. */
function flat(words: Words, path = ''): Map<string, unknown> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? [...flat(value as Words, `${path}${key}.`)]
        : [[`${path}${key}`, value] as [string, unknown]],
    ),
  );
}

const chinese = flat(zh);
const english = flat(en);

/** Said in one language only: that an official text is shown in Chinese on an English page. */
const mayBeEmpty = ['programme.unofficialPage'];

const hole = /undefined|NaN|\[object/;

/** The text of a word; one with values in it is asked with plain ones. */
function say(word: unknown): string {
  if (typeof word === 'string') return word;
  const stand = new Proxy({}, { get: (_target, key) => (key === 'ageDays' ? 3 : String(key)) });
  const fn = word as (...args: unknown[]) => string;
  const tries: unknown[][] = [Array(6).fill(3), Array(6).fill('x'), [stand], [['x', 'y'], 'x', 'x'], [new Map(), 'x']];
  const texts: string[] = [];
  for (const args of tries) {
    try {
      const text = fn(...args);
      if (typeof text === 'string') texts.push(text);
    } catch {
      // Another kind of value is asked for.
    }
  }
  // Values of another kind than the word asks for leave holes, which say nothing of the word.
  const said = texts.find((text) => !hole.test(text)) ?? texts[0];
  if (said !== undefined) return said;
  throw new Error(`no stand-in value fits ${fn}`);
}

describe('the two files of words', () => {
  test('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  test('have the same kind of word behind each key', () => {
    for (const [key, word] of chinese) expect(`${key} ${typeof english.get(key)}`).toBe(`${key} ${typeof word}`);
  });

  test('leave no word empty', () => {
    for (const [key, word] of [...chinese, ...english])
      if (!mayBeEmpty.includes(key)) expect(`${key}: ${say(word).trim()}`).not.toBe(`${key}: `);
  });

  test('never print a value that is missing', () => {
    for (const [key, word] of [...chinese, ...english]) expect(say(word), key).not.toMatch(hole);
  });
});

test('English words hold Chinese only where a Chinese term is named', () => {
  const named =
    /統一編號|其他|中文|營業項目|字第|號|年|商工登記|核准設立日期|行業|展延|無|資安|電簽|作業要點|公司|獨資|合夥|有限合夥|觀察名單|能量登錄|通過編號|證書編號|證號|臺|台/g;
  const odd = [...english].flatMap(([key, word]) => {
    const rest = say(word)
      .replace(named, '')
      .replace(/[“「『（(][^”」』）)]*[”」』）)]/g, '');
    return /\p{Script=Han}/u.test(rest) ? [`${key}: ${say(word)}`] : [];
  });
  expect(odd).toEqual([]);
});

test('臺 in the names of places is written as the official documents write it', () => {
  const document = JSON.stringify(
    openApiDocument(operations, { origin: 'https://register.example.tw', language: 'zh' }),
  );
  const place = /台(?=[北中南東灣])/;
  expect([...chinese].filter(([, word]) => place.test(say(word))).map(([key]) => key)).toEqual([]);
  // A firm's own name stays as it registered it.
  const ours = document.replaceAll('台灣智慧雲端服務股份有限公司', '');
  expect(ours.match(/.{0,20}台(?=[北中南東灣]).{0,20}/g)).toBeNull();
});

test('Chinese words are in Traditional characters', () => {
  // Characters that exist in Simplified only, common in interfaces.
  const simplified =
    /[与专业丛东丝两严丧个丰临为举么义乌乐习书买乱争亏云产亩亲仅从仓仪价众优会伟传伤伦伪体佣侠侣侥侦侧侨兰关兴兹养内冈册写军农冯冲决况冻净凉减凑凤凭凯击则刚创删别刘刹剂剑剧劝办务动励劳势勋区医华协单卖卢卫却厂厅历厉压厌厕厢厦县参双发变叙叠号叹吓吕吗听启吴呐呒员响哑唤啸园围国图圆圣场坏块坚坛坝坟坠垄垒垫埘墙壮声壳处备够头夹夺奋奖妆妇妈娄娱孙学宁宝实宠审宪宫宽宾对寻导寿将尔尘尝层属岁岂岗岛币帅师帐帘带帮库应庙废开异弃张弥弯弹强归当录彻径态怀怜总恋恳恶悬惊惧惩惫惯愤愿战户扑执扩扫扬扰抚抛抢护报担拟拢拣拥拦拧择挂挚挠挡挣挤挥捞损换据掳掷掸揽搁搂摄摆摇摊撑敌数斋断无旧时旷昙显晒晓晕暂术机杀杂权条来杨极构枪柜标栈栋栏树样档桥梦检楼横欢欧歼残殴毁毕气汇汉汤沟没泪泼泽洁洒浅测济浑浓涂涛润涨渐渔温湾湿满滚滞潜灭灯灵灾炉点炼烂烃热焕爱牵状独狭狮狱猎猪现电画疗疯盐监盖盘着矿码砖础确离种积称稳穷窃竞笔签简类粮紧纠红约级纪纤纬纯纲纳纵纷纸纹纺线练组细织终经绑结绕绘给络绝统继绩续维综绿缓编缘缩网罗罚职联聪肃肠肤脑脚脱脸腾节芦苏荐荣药莱获虑虚虽蚀补装见观规视览觉触计订认讨让训议讯记讲许论设访证评识诉词译试诗诚话询该详语误说请诸读课谁调谈谋谢谨谱负财责败账货质购贯贴贵贸费资赋赏赔赖赛赞跃践车轨转轮软轴轻载较辅辆辈输边达迁过运还这进远违连迟适选递逻遗邓邮邻郑采里钟钢钱铁银锁错键长门闭问间闲闻队阳阴阶际陆陈险随隐难雾静页项顺须顾预领频题额风饭饮馆马驱验鱼鸟龙]/u;
  // 采, 里, 云, 台, 着 and the like are Traditional words of their own.
  const alsoTraditional = /[采里云着户內范]/gu;
  const odd = [...chinese].filter(([, word]) => simplified.test(say(word).replace(alsoTraditional, '')));
  expect(odd.map(([key, word]) => `${key}: ${say(word)}`)).toEqual([]);
});

test('what the problems say is as old as the map of the site says', () => {
  const words = createHash('sha256')
    .update(JSON.stringify([zh.problems, en.problems]))
    .digest('hex')
    .slice(0, 12);
  // Where this fails, the words were changed: give the day of it in problem-types.ts, and their new digest here.
  expect([problemsDescribedOn, words]).toEqual(['2026-11-27', 'fe5be5cef88f']);
});
