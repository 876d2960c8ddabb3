import { createCrosswalk, currentEdition, type Edition, editions, findItem, isCode } from '@aipower/taxonomy';
import { Router } from 'express';
import { sendRaw } from '../api/send-raw.ts';
import { skosAnswer, skosMedia } from '../api/skos.ts';
import type { Deps } from '../deps.ts';
import type { Downloads } from '../http/kept-downloads.ts';
import { pathsFor } from '../page/paths.ts';

const media = ['text/html', ...skosMedia];
const paths = pathsFor('zh');

/**
 * The identifiers of the catalogue as linked data, `/catalogue/112` and `/catalogue/112/4.6.1`, of every edition: data to
 * whoever asks for Turtle or JSON-LD, and 303 See Other to the page for everyone else, since a concept is not a page.
 */
export function identifierRoutes(deps: Deps, downloads: Downloads): Router {
  const router = Router();
  for (const edition of editions) {
    router.get([`/catalogue/${edition.id}`, `/catalogue/${edition.id}/:code`], (req, res, next) => {
      const { code } = req.params as { code?: string };
      if (code !== undefined && !holds(edition, code)) return next();
      // Public data, also for the pages of others: the redirect as well, which a script follows.
      res.vary('Accept').set({
        'Cache-Control': 'no-cache',
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
      const data = skosAnswer(req, media, deps.origin, code);
      if (data) return sendRaw(req, res, data, downloads);
      res.redirect(303, code === undefined ? paths.catalogue() : pageOf(edition, code));
    });
  }
  return router;
}

function holds({ tiers, groups, items }: Edition, code: string): boolean {
  return [tiers, groups, items].some((entries) => entries.some((entry) => entry.code === code));
}

/** The page of what became of a concept: pages are of the current edition. */
function pageOf(edition: Edition, code: string): string {
  const isItem = edition.items.some((item) => item.code === code);
  const now = isItem ? createCrosswalk(editions)(code, edition.id, currentEdition.id).codes[0] : code;
  return now !== undefined && (isCode(now) || findItem(now)) ? paths.catalogueEntry(now) : paths.catalogue();
}
