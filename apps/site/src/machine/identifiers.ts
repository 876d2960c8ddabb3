import { currentEdition, findItem, isCode } from '@aipower/taxonomy';
import { Router } from 'express';
import { sendRaw } from '../api/send-raw.ts';
import { skosAnswer, skosMedia } from '../api/skos.ts';
import type { Deps } from '../deps.ts';
import { pathsFor } from '../page/paths.ts';

const media = ['text/html', ...skosMedia];
const paths = pathsFor('zh');

/**
 * The identifiers of the catalogue as linked data, `/catalogue/112` and `/catalogue/112/4.6.1`: data to whoever asks for
 * Turtle or JSON-LD, and 303 See Other to the page for everyone else, since a concept is not a page.
 */
export function identifierRoutes(deps: Deps): Router {
  const router = Router();
  router.get([`/catalogue/${currentEdition.id}`, `/catalogue/${currentEdition.id}/:code`], (req, res, next) => {
    const { code } = req.params as { code?: string };
    if (code !== undefined && !isCode(code) && !findItem(code)) return next();
    res.vary('Accept').set('Cache-Control', 'no-cache');
    const data = skosAnswer(req, media, deps.origin, code);
    if (data) return sendRaw(req, res, data);
    res.redirect(303, code === undefined ? paths.catalogue() : paths.catalogueEntry(code));
  });
  return router;
}
