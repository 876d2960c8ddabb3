import { type HistoryEntry, type Provider, RegisterError } from '@aipower/registry';
import { isUbn, ubnDigits } from '@aipower/taiwan/ubn';
import type { Router } from 'express';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../http/failures.ts';
import { type PageRenderer, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { historyShown, providerPage } from './view.ts';
import type {} from './views.ts';

/** The page of one provider, under its 統一編號. */
export function providerRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.provider.path, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, paths } = visit;
    const asked = req.params.ubn;
    const ubn = ubnDigits(asked);
    const provider = deps.register.provider(ubn);
    if (!provider) {
      const message = isUbn(ubn) ? t.providers.noSuch(ubn) : t.providers.badUbn(asked.slice(0, 40));
      throw new NotFound(message, [], t.providers.noSuchTitle);
    }
    if (ubn !== asked) return res.redirect(301, paths.provider(ubn));
    const history = await historyOf(ubn, deps);
    const model = providerPage(provider, deps, history, visit);
    const options = {
      title: provider.name,
      description: t.providers.one.description(provider.name, model.valid, model.holdings.length),
      jsonLd: organization(provider, deps.origin),
    };
    page(req, res, 'provider', options, model);
  });
}

/**
 * The history stands in the database alone, everything else in memory. While the database is away the page still
 * answers, and says that this one part could not be read.
 */
async function historyOf(ubn: string, { register, log }: Deps): Promise<readonly HistoryEntry[] | null> {
  try {
    return await register.history({ ubn, limit: historyShown });
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error;
    log.warn({ err: error }, 'history of a provider could not be read');
    return null;
  }
}

/** schema.org: an organisation under its permanent address, with the number the tax office knows it by. */
function organization(provider: Provider, origin: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': `${origin}/providers/${provider.ubn}`,
    name: provider.name,
    ...(provider.nameEn || provider.formerNames.length > 0
      ? { alternateName: [...(provider.nameEn ? [provider.nameEn] : []), ...provider.formerNames] }
      : {}),
    taxID: provider.ubn,
    ...(provider.city
      ? { address: { '@type': 'PostalAddress', addressCountry: 'TW', addressRegion: provider.city } }
      : {}),
    hasCredential: provider.certificates.flatMap(({ scheme, number }) =>
      number === null
        ? []
        : [{ '@type': 'EducationalOccupationalCredential', credentialCategory: scheme, identifier: number }],
    ),
  };
}
