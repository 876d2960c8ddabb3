import { getScheme, isSchemeId } from '@aipower/registry';
import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { NotFound } from '../http/failures.ts';
import { BadQuery, readQuery } from '../http/query.ts';
import { visitOf } from '../page/page.ts';
import { downloads } from '../page/pages.ts';
import { holdingsOf } from '../presenters/holding.ts';
import { itemSchemes } from '../presenters/item-schemes.ts';
import { verdictStatus } from '../presenters/verdict.ts';
import { badgeSvg } from './badge-svg.ts';

/** How long other sites may show a badge without asking again. */
const MAX_AGE_SECONDS = 3600;

/**
 * The badge of a provider for its own site: the verdict of today on its registration, as the verification page gives it. A
 * provider that is not registered has none, and a list that cannot answer says so on the badge.
 */
export function badgeRoutes(router: Router, deps: Deps): void {
  router.get(downloads.badge, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, show, language, today } = visit;
    const { scheme = '' } = readQuery(req, t, ['scheme']);
    if (scheme !== '' && !isSchemeId(scheme)) throw new BadQuery(t.verify.errors.schemeUnknown(scheme.slice(0, 40)));
    const asked = isSchemeId(scheme) ? scheme : itemSchemes[0]!;
    const provider = deps.register.provider(req.params.ubn);
    if (!provider) throw new NotFound(t.providers.noSuch(req.params.ubn.slice(0, 40)));
    const best = holdingsOf(provider, today).find(({ certificate }) => certificate.scheme === asked);
    const claim = { scheme: asked, number: best?.certificate.number ?? undefined, ubn: provider.ubn };
    const { results } = await deps.register.verify([claim], { on: today, today });
    const { verdict } = results[0]!;
    const label = getScheme(asked).shortName[language];
    const word = t.verdict.words[verdict];
    const sample = deps.isSample() ? `${t.site.sampleLabel} ` : '';
    const message = `${sample}${word} ${today}`;
    const title = `${provider.name} ${label}: ${sample}${word} (${show.day(today)})`;
    res
      .set({
        'Cache-Control': `public, max-age=${MAX_AGE_SECONDS}`,
        // Other people's pages show it; alone in a tab it runs and loads nothing.
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      })
      .type('image/svg+xml')
      .send(badgeSvg({ label, message, mark: verdictStatus[verdict], title }));
  });
}
