import { addDays } from '@aipower/taiwan/dates';
import { Router } from 'express';
import { taipeiToday } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { basePath } from '../http/base-path.ts';
import { SHARED_AT_ANY_TIME } from '../http/shared-caches.ts';

/** RFC 9727 names this profile for the linkset at `/.well-known/api-catalog`. */
const LINKSET = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"';
/** RFC 9116 asks for an expiry of less than a year; the file is made for each request, so it is always ahead. */
const SECURITY_DAYS = 180;

/** What machines look for at fixed places: the API's catalogue, the security contact, the rules for robots. */
export function wellKnownRoutes({ origin, clock, securityContact }: Deps): Router {
  const router = Router();

  router.get('/.well-known/api-catalog', (_req, res) => {
    const api = `${origin}/api/v1`;
    const linkset = [
      {
        anchor: api,
        'service-desc': [
          { href: `${api}/openapi.json`, type: 'application/vnd.oai.openapi+json;version=3.1', title: 'OpenAPI 3.1' },
        ],
        'service-doc': [
          { href: `${origin}/api`, type: 'text/html', hreflang: ['zh-Hant-TW'] },
          { href: `${origin}/en/api`, type: 'text/html', hreflang: ['en'] },
        ],
        'service-meta': [{ href: `${api}/dumps/datapackage.json`, type: 'application/json', title: 'Data package' }],
        status: [{ href: `${origin}/readyz`, type: 'application/json' }],
      },
    ];
    res
      .set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': SHARED_AT_ANY_TIME })
      .set('Link', `<${origin}/.well-known/api-catalog>; rel="api-catalog"`)
      .set('Content-Type', LINKSET)
      .send(Buffer.from(JSON.stringify({ linkset })));
  });

  router.get('/.well-known/security.txt', (_req, res) => {
    const expires = addDays(taipeiToday(clock), SECURITY_DAYS);
    const lines = [
      `Contact: ${securityContact ?? `${origin}/about#report`}`,
      `Expires: ${expires}T00:00:00Z`,
      'Preferred-Languages: zh-Hant-TW, en',
      `Canonical: ${origin}/.well-known/security.txt`,
    ];
    res
      .set('Cache-Control', SHARED_AT_ANY_TIME)
      .type('text/plain')
      .send(`${lines.join('\n')}\n`);
  });

  router.get('/robots.txt', (_req, res) => {
    // Lists under every filter are the same records over and over; the sitemap names each record once.
    const base = basePath(origin);
    const rules = [
      'User-agent: *',
      `Disallow: ${base}/api/v1/`,
      `Disallow: ${base}/*?`,
      // The text of the guide, which has no other address, goes on over several pages.
      `Allow: ${base}/*programme/source?page=`,
      `Sitemap: ${origin}/sitemap.xml`,
    ];
    res
      .set('Cache-Control', SHARED_AT_ANY_TIME)
      .type('text/plain')
      .send(`${rules.join('\n')}\n`);
  });
  return router;
}
