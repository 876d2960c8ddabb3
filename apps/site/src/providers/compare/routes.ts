import { ubnDigits } from '@aipower/taiwan/ubn';
import type { Request, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { BadQuery } from '../../http/query.ts';
import { type PageRenderer, type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { comparisonChoice } from './choice.ts';
import { comparison, fewest, most } from './view.ts';
import type {} from './views.ts';

/**
 * Two to four providers side by side. With one chosen, or with a name typed, others are offered; a choice that cannot be
 * compared is explained, with the way back.
 */
export function compareRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.compare.path, (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, paths, today } = visit;
    const words = t.providers.compare;
    const { ubns, typed } = readChoice(req, visit);
    const problems = [
      ...(ubns.length === 0 ? [words.tooFew] : []),
      ...(ubns.length > most ? [words.tooMany] : []),
      ...ubns.filter((ubn, index) => ubns.indexOf(ubn) < index).map((ubn) => words.repeated(ubn)),
      ...ubns.filter((ubn) => !deps.register.provider(ubn)).map((ubn) => words.unknown(ubn)),
    ];
    if (problems.length > 0) {
      const options = { title: words.wrongTitle, status: 400 };
      return page(req, res, 'providers-compare-choose', options, { problems, choice: null });
    }
    const providers = ubns.map((ubn) => deps.register.provider(ubn)!);
    if (ubns.length < fewest || typed !== '') {
      const choice = comparisonChoice(deps.register, providers, typed, today, paths);
      return page(
        req,
        res,
        'providers-compare-choose',
        { title: words.chooseTitle, description: words.chooseDescription },
        { problems, choice },
      );
    }
    const options = { title: words.title, description: words.chooseDescription };
    page(req, res, 'providers-compare', options, comparison(deps.register, providers, today, paths));
  });
}

function readChoice(req: Request, { t }: Visit): { ubns: string[]; typed: string } {
  const { ubn = [], q = '' } = req.query as Record<string, string | string[]>;
  if (Array.isArray(q)) throw new BadQuery(t.errors.repeatedParameter('q'));
  return { ubns: [ubn].flat().map((one) => ubnDigits(one).slice(0, 20)), typed: q.trim().slice(0, 200) };
}
