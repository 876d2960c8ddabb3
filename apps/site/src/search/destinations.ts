import { foldText } from '@aipower/matcher';
import { type Programme, programmeOn } from '@aipower/programme';
import { schemes } from '@aipower/registry';
import type { Visit } from '../page/page.ts';
import { pageTerms } from './generated/page-terms.ts';
import { listEndings } from './generated/questions.ts';
import { asksForModel } from './model-asked.ts';
import { isLatin, type PageId, pagesAsked } from './page-words.ts';

/** A page of this site that the words ask for. */
export interface Destination {
  readonly label: string;
  readonly href: string;
}

/** Where to go; `programme`: the one that people mean today. */
type Leads = (visit: Visit, programme: Programme) => Destination;

const programmePart =
  (id: string, label: (visit: Visit) => string): Leads =>
  (visit) => ({ label: `${visit.t.nav.programme}｜${label(visit)}`, href: `${visit.paths.programme()}#${id}` });

const aboutPart =
  (id: string, label: (visit: Visit) => string): Leads =>
  (visit) => ({ label: `${visit.t.nav.about}｜${label(visit)}`, href: `${visit.paths.about()}#${id}` });

const form =
  (category: 'training' | 'inference'): Leads =>
  ({ t, paths }) => ({ label: t.programme.form(t.search.categories[category]), href: paths.programmeForm(category) });

/** Where each page of the terms lies, and what it is called there. */
const leads: Readonly<Record<PageId, Leads>> = {
  programme: ({ t, paths }) => ({ label: t.nav.programme, href: paths.programme() }),
  'programme.dates': programmePart('dates', ({ t }) => t.programme.dates),
  'programme.levels': programmePart('levels', ({ t }) => t.programme.levels),
  'programme.weights': programmePart('weights', ({ t }) => t.programme.weights),
  'programme.eligibility': programmePart('eligibility', ({ t }) => t.programme.eligibility),
  'programme.bonus': programmePart('bonus', ({ t }) => t.programme.bonus),
  'programme.models': programmePart('models', ({ t }) => t.programme.models),
  'programme.forbidden': programmePart('forbidden', ({ t }) => t.programme.forbidden),
  'programme.process': programmePart('process', ({ t }) => t.programme.process),
  'programme.contact': programmePart('contact', ({ t }) => t.programme.contact),
  'form.training': form('training'),
  'form.inference': form('inference'),
  notices: ({ t, paths }) => ({ label: t.programme.noticesTitle, href: paths.notices() }),
  precheck: ({ t, paths }) => ({ label: t.precheck.title, href: paths.precheck() }),
  apply: ({ t, paths }) => ({ label: t.apply.home.title, href: paths.apply() }),
  results: ({ t, paths }, { id }) => ({ label: t.results.title(id), href: paths.results(id) }),
  statistics: ({ t, paths }) => ({ label: t.statistics.title, href: paths.statistics() }),
  receipts: ({ t, paths }) => ({ label: t.receipts.title, href: paths.receipts() }),
  verify: ({ t, paths }) => ({ label: t.verify.title, href: paths.verify() }),
  verifySheet: ({ t, paths }) => ({ label: t.verify.sheetWords.title, href: paths.verifySheet() }),
  catalogue: ({ t, paths }) => ({ label: t.nav.catalogue, href: paths.catalogue() }),
  providers: ({ t, paths }) => ({ label: t.nav.providers, href: paths.providers() }),
  'providers.expiring': ({ t, paths }) => ({
    label: `${t.nav.providers}｜${t.providers.state.expiring}`,
    href: paths.providers({ state: 'expiring' }),
  }),
  compare: ({ t, paths }) => ({ label: t.nav.providers, href: paths.providers() }),
  home: ({ t, paths }) => ({ label: t.home.title, href: paths.home() }),
  about: ({ t, paths }) => ({ label: t.nav.about, href: paths.about() }),
  'about.verdicts': aboutPart('verdicts', ({ t }) => t.about.verdicts),
  'about.report': aboutPart('report', ({ t }) => t.about.report),
  apiReference: ({ t, paths }) => ({ label: t.api.title, href: paths.apiReference() }),
};

/** A list of one scheme, and what people call it. */
const lists = schemes.map(({ id, name, shortName, aliases }) => ({
  to: (({ t, language, paths }) => ({
    label: t.search.listOf(name[language]),
    href: paths.providers({ scheme: id }),
  })) satisfies Leads,
  terms: folded([name.zh, name.en, shortName.zh, shortName.en, ...shortOf(shortName.zh), ...aliases.filter(isName)]),
}));
const called = (Object.keys(pageTerms) as PageId[]).map((id) => ({ id, terms: folded(pageTerms[id]) }));

function folded(terms: readonly string[]): string[] {
  return terms.map((term) => foldText(term).text);
}

/** 5.1 is the number of a field, and of no item; a list is not asked for by it. */
function isName(alias: string): boolean {
  return !/^[\d.]+$/.test(alias);
}

/** 第三方支付洗錢防制 is also asked for by its last four characters, or as 電子簽章登錄. */
function shortOf(shortName: string): string[] {
  const names = shortName.length > 4 ? [shortName, shortName.slice(-4)] : [shortName];
  return names.flatMap((name) => [name, ...listEndings.map((ending) => name + ending)]);
}

const most = 4;
/** The name of a page, or more than half of it. */
const nearlyTyped = 2.3;
/** A term that is a smaller part of what was typed is not what was asked for. */
const leastShare = 0.4;
/** How well a term answers: it is what was typed, begins with it, or is part of it. */
function closeness(term: string, typed: string): number {
  if (term === typed) return 3;
  if (begins(term, typed)) return 2 + typed.length / term.length / 2;
  const held = isLatin(term) ? ` ${typed} `.includes(` ${term} `) : term.length >= 2 && typed.includes(term);
  return held && term.length / typed.length >= leastShare ? 1 + term.length / typed.length / 2 : 0;
}

const begins = (term: string, typed: string) => typed.length >= (isLatin(term) ? 4 : 2) && term.startsWith(typed);

/** The words of a page are most of the text. */
const mostly = 0.75;

/** Pages that the text is made of the words of, and those whose name the words begin. */
function pagesMet(text: string, typed: string): { to: Leads; score: number }[] {
  const asked = pagesAsked(text).map(({ id, share, isNamed }) => ({
    id,
    score: (share >= mostly ? 2 : 1) + share + (isNamed ? 0.1 : 0),
  }));
  const begun = called.map(({ id, terms }) => ({
    id,
    score: Math.max(...terms.map((term) => (begins(term, typed) ? 2 + typed.length / term.length / 2 : 0))),
  }));
  return (Object.keys(leads) as PageId[]).map((id) => ({
    to: leads[id],
    score: Math.max(...[...asked, ...begun].filter((one) => one.id === id).map(({ score }) => score)),
  }));
}

/**
 * Pages that the words ask for, best first; `exact` when the text is little else.
 *
 * @param words without places and without what stands around a question
 * @param text without places only: what stands around a question about this site is the question (怎麼申請)
 */
export function destinationsFor(
  words: string,
  text: string,
  programmes: ReadonlyMap<string, Programme>,
  visit: Visit,
): { exact: boolean; pages: Destination[] } {
  const typed = foldText(words).text.trim();
  if (foldText(text).text.trim().length < 2) return { exact: false, pages: [] };
  const programme = programmeOn(visit.today, programmes);
  if (asksForModel(typed, programme)) {
    const { t, paths } = visit;
    const models = { label: `${t.nav.programme}｜${t.programme.models}`, href: `${paths.programme()}#models` };
    return { exact: true, pages: [models, { label: t.precheck.title, href: paths.precheck() }] };
  }
  const listed = lists.map(({ to, terms }) => ({
    to,
    score: typed.length < 2 ? 0 : Math.max(...terms.map((term) => closeness(term, typed))),
  }));
  const met = [...pagesMet(text, typed), ...listed].filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  const top = met[0]?.score ?? 0;
  const kept = met.filter(({ score }) => score >= (top >= nearlyTyped ? top - 0.1 : top - 0.5)).slice(0, most);
  const pages = kept.map(({ to }) => to(visit, programme));
  return {
    exact: top >= nearlyTyped,
    pages: pages.filter(({ href }, i) => pages.findIndex((one) => one.href === href) === i),
  };
}
