import { getScheme, isSchemeId, listDecides, readNumber, schemes } from '@aipower/registry';
import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { CouldNotCheck, NotFound } from '../http/failures.ts';
import { readQuery } from '../http/query.ts';
import { type PageRenderer, visitOf } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import { dayView } from '../presenters/verdict.ts';
import { dayOf } from '../providers/form.ts';
import { certificatePage } from './view.ts';
import type {} from './views.ts';

/** The permanent address of a certificate: how it stands today and on a chosen day. */
export function certificateRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.certificate.path, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, paths, language, today } = visit;
    const words = t.certificates;
    const typed = readQuery(req, t, ['on']).on;
    const { scheme } = req.params;
    if (!isSchemeId(scheme)) {
      const links = schemes.map(({ id, shortName }) => ({
        href: paths.providers({ scheme: id }),
        label: shortName[language],
      }));
      throw new NotFound(words.noSuchScheme(scheme.slice(0, 60)), links, words.noSuchSchemeTitle);
    }
    const number = req.params.number.slice(0, 200);
    const day = typed === '' ? today : dayOf(typed);
    const on = day ?? today;
    const { results } = await deps.register.verify([{ scheme, number }], { on, today });
    const verdict = results[0]!;
    const name = getScheme(scheme).shortName[language];
    if (!verdict.match) {
      const links = verdict.suggestions.map((near) => ({
        href: paths.certificate(near.scheme, near.number),
        label: `${getScheme(near.scheme).shortName[language]} ${near.number} ${near.name}`,
      }));
      if (!listDecides(verdict.list)) {
        const { sentence } = dayView(verdict, verdict, null, visit);
        throw new CouldNotCheck(words.cannotCheck(number, sentence), links, words.cannotCheckTitle);
      }
      throw new NotFound(words.noSuchNumber(name, number), links, words.notListedTitle);
    }
    // One address per number: other ways of writing it are sent there. Certificates that share a number share the page.
    const printed = verdict.match.certificate.number ?? number;
    const permanent = verdict.matches.length > 1 ? readNumber(printed).key : printed;
    if (permanent !== number) return res.redirect(301, paths.certificate(scheme, permanent, typed || undefined));
    const options = {
      title: words.title(name, printed),
      description: words.description(name, printed),
      status: day === null ? 400 : 200,
    };
    const model = {
      ...certificatePage(verdict, visit),
      typed,
      badDay: day === null ? words.badDay(typed.slice(0, 60)) : null,
      chosen: on !== today,
      permanent,
    };
    page(req, res, 'certificate', options, model);
  });
}
