import { currentEdition } from '@aipower/taxonomy';
import type { Router } from 'express';
import { dumpNames, dumps } from '../api/dumps.ts';
import type { Deps } from '../deps.ts';
import { type PageRenderer, visitOf } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import { registerState } from '../presenters/register-state.ts';
import { verdictStatus } from '../presenters/verdict.ts';
import type {} from './views.ts';

/** Where the data come from, how old they are and what they cannot tell. */
export function aboutRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.about.path, (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t } = visit;
    page(
      req,
      res,
      'about',
      { title: t.about.title, description: t.about.lead, jsonLd: dataset(deps, t.site.name, t.about.lead) },
      {
        state: registerState(deps.register, visit),
        revision: deps.register.revision,
        tax: deps.register.tax.status(),
        edition: currentEdition,
        programmes: [...deps.programmes.values()].reverse(),
        verdictStatus,
        contact: deps.securityContact,
      },
    );
  });
}

/** schema.org: the register as a dataset, with every file of the dump. */
function dataset({ origin, register, isSample }: Deps, name: string, description: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${origin}/about#dataset`,
    name: isSample() ? `${name} (FICTIONAL SAMPLE)` : name,
    description,
    url: `${origin}/about`,
    version: String(register.revision),
    isAccessibleForFree: true,
    license: `${origin}/about#licence`,
    distribution: dumpNames.map((file) => ({
      '@type': 'DataDownload',
      name: dumps[file].title,
      contentUrl: `${origin}/api/v1/dumps/${file}`,
      encodingFormat: dumps[file].mediaType.split(';')[0],
    })),
  };
}
