import type { Request, Router } from 'express';
import type { Deps } from '../deps.ts';
import { type PageRenderer, type Visit, visitOf } from '../page.ts';
import { BadQuery } from '../query.ts';
import { comparison, fewest, most } from '../view-models/compare.ts';

/** Two to four providers side by side. A choice that cannot be compared is explained, with the way back. */
export function compareRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get('/providers/compare', (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, paths, today } = visit;
    const words = t.providers.compare;
    const ubns = readUbns(req, visit);
    const problems = [
      ...(ubns.length < fewest ? [words.tooFew] : []),
      ...(ubns.length > most ? [words.tooMany] : []),
      ...ubns.filter((ubn, index) => ubns.indexOf(ubn) < index).map((ubn) => words.repeated(ubn)),
      ...ubns.filter((ubn) => !deps.register.provider(ubn)).map((ubn) => words.unknown(ubn)),
    ];
    if (problems.length > 0) {
      const back = { href: paths.providers(), label: words.back };
      return page(req, res, 'providers-compare-choose', { title: words.wrongTitle, status: 400 }, { problems, back });
    }
    const providers = ubns.map((ubn) => deps.register.provider(ubn)!);
    page(req, res, 'providers-compare', { title: words.title }, comparison(providers, today, paths));
  });
}

function readUbns(req: Request, { t }: Visit): string[] {
  const given = req.query as Record<string, string | string[]>;
  for (const name of Object.keys(given)) {
    if (name !== 'ubn') throw new BadQuery(t.errors.unknownParameter(name.slice(0, 60)));
  }
  return [given['ubn'] ?? []].flat().map((ubn) => ubn.normalize('NFKC').trim().slice(0, 20));
}
