import { createHash } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import { otherMethods } from '../api/headers.ts';
import { taipeiToday } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { xmlText } from '../feeds/xml.ts';
import { formBody } from '../http/form-body.ts';
import { type Language, languageTag } from '../page/language.ts';
import { en } from '../page/words.en.ts';
import { zh } from '../page/words.zh.ts';
import { apiLanguage, assertDecodable, Problem } from '../problems/problem.ts';
import { candidateShape, extension02, extension10 } from './answers.ts';
import { candidatesFor, type Question } from './candidates.ts';
import { cardOf, descriptionOf, nameOf } from './describe-entity.ts';
import { type Entity, type EntityType, entityOf, entityTypes } from './entity.ts';
import { type Extension, readExtension } from './extend.ts';
import { manifest02, manifest10 } from './manifest.ts';
import { type Asked, findProperty, pageOf, propertiesOf } from './properties.ts';
import { parsed, readBatch02, readBatch10, readSingle02 } from './read-queries.ts';
import { SUGGESTED, suggestEntities, suggestProperties, suggestTypes } from './suggest.ts';
import { reconcileWords } from './words.ts';

const LIMIT = '1mb';
/** Queries, and characters of them, that are answered at once; more take turns with other large computations. */
const FEW = 20;
const FEW_CHARACTERS = 2000;

const STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;margin:.75rem}h1{font-size:1.05rem;margin:0}p{margin:.25rem 0}dl{display:grid;grid-template-columns:auto 1fr;gap:.15rem .75rem;margin:.5rem 0 0}dt{color:#555}dd{margin:0}';
const styleHash = createHash('sha256').update(STYLE).digest('base64');

/**
 * The reconciliation service (W3C Entity Reconciliation Community Group): version 0.2 as OpenRefine speaks it, and the 1.0
 * draft below `/v1`. Mounted under `/reconcile`, behind the headers and the problems of the API.
 */
export function reconcileRoutes(deps: Deps): Router {
  const router = express.Router({ strict: false });
  const form = formBody({ limit: LIMIT, parameterLimit: 20 });
  const json = express.json({ limit: LIMIT, strict: false });

  router.use((req, res, next) => {
    res.locals['answerLanguage'] = languageOf(req);
    assertDecodable(req.originalUrl);
    next();
  });
  router
    .route('/')
    .get((req, res) => answer02(req, res, textsOf(req.query)))
    .post(form, json, async (req, res) => {
      const body = req.body as unknown;
      if (req.is('json')) return answer10(req, res, body);
      if (!req.is('urlencoded')) throw new Problem('unsupported-media-type');
      await answer02(req, res, textsOf(body));
    })
    .all(otherMethods('GET, HEAD, POST, OPTIONS'));

  router
    .route('/v1')
    .get((req, res) => send(res, manifest10(told(req))))
    .all(otherMethods('GET, HEAD, OPTIONS'));
  router
    .route('/v1/reconcile')
    .post(json, (req, res) => answer10(req, res, jsonBody(req)))
    .all(otherMethods('POST, OPTIONS'));
  router
    .route('/v1/extend')
    .post(json, async (req, res) => {
      const asked = askedBy(req);
      send(res, extension10(await extension(jsonBody(req), asked, req, res), asked));
    })
    .all(otherMethods('POST, OPTIONS'));

  for (const root of ['', '/v1']) {
    get(`${root}/suggest/entity`, suggestEntity);
    get(`${root}/suggest/type`, (req, res) => send(res, { result: page(req, suggestTypes(prefixOf(req), told(req))) }));
    get(`${root}/suggest/property`, (req, res) =>
      send(res, { result: page(req, suggestProperties(prefixOf(req), told(req))) }),
    );
    get(`${root}/extend/propose`, propose);
    get(`${root}/preview`, preview);
  }
  get('/flyout/entity', (req, res) => {
    const asked = askedBy(req);
    const entity = known(req);
    send(res, { id: entity.id, html: cardOf(entity, asked, deps.isSample()) });
  });
  get('/flyout/type', (req, res) => {
    const id = textsOf(req.query)['id'] ?? '';
    flyout(res, id, suggestTypes(id, told(req)).find((one) => one.id === id)?.name);
  });
  get('/flyout/property', (req, res) => {
    const id = textsOf(req.query)['id'] ?? '';
    flyout(res, id, findProperty(id)?.name[told(req).language]);
  });
  // What the view of the manifest leads to: the page of the entity.
  get('/id/:id', (req, res) => {
    const entity = entityOf(String(req.params['id']), deps.register);
    if (!entity) throw noEntity(String(req.params['id']), languageOf(req));
    res.set('Cache-Control', 'no-cache').redirect(303, pageOf(entity, deps.origin));
  });

  function get(path: string, handle: (req: Request, res: Response) => unknown): void {
    router.route(path).get(handle).all(otherMethods('GET, HEAD, OPTIONS'));
  }

  const told = (req: Request) => ({ origin: deps.origin, language: languageOf(req), sample: deps.isSample() });

  function askedBy(req: Request): Asked {
    const language = languageOf(req);
    const words = { zh, en }[language].providers.state;
    return {
      register: deps.register,
      origin: deps.origin,
      language,
      on: taipeiToday(deps.clock),
      scheme: null,
      stateWord: (state) => words[state],
    };
  }

  async function answer02(req: Request, res: Response, fields: Readonly<Record<string, string>>): Promise<void> {
    const { queries, query, extend: extended } = fields;
    const asked = askedBy(req);
    if (queries !== undefined) {
      const batch = readBatch02(queries, asked.language);
      const results = await candidates([...batch.values()], asked, req, res);
      return send(res, Object.fromEntries([...batch.keys()].map((key, i) => [key, { result: results[i] }])));
    }
    if (extended !== undefined) {
      return send(res, extension02(await extension(parsed(extended), asked, req, res), asked));
    }
    if (query !== undefined) {
      const [result] = await candidates([readSingle02(query, asked.language)], asked, req, res);
      return send(res, { result });
    }
    if (req.method === 'POST') throw new Problem('invalid-body', { errors: missing(asked.language) });
    send(res, manifest02(told(req)));
  }

  async function answer10(req: Request, res: Response, body: unknown): Promise<void> {
    const asked = askedBy(req);
    const questions = readBatch10(body, asked.language);
    const results = await candidates(questions, asked, req, res);
    send(res, { results: results.map((found) => ({ candidates: found })) });
  }

  async function candidates(questions: readonly Question[], asked: Asked, req: Request, res: Response) {
    const companies = await deps.companies();
    const one = (question: Question) =>
      candidatesFor(question, companies, asked).map((found) => candidateShape(found, asked));
    const characters = questions.reduce((sum, { text }) => sum + text.length, 0);
    if (questions.length <= FEW && characters <= FEW_CHARACTERS) return questions.map(one);
    return deps.workQueue.map(questions, one, () => res.destroyed || req.socket.destroyed);
  }

  /** The values of many entities take turns with other large computations. */
  async function extension(raw: unknown, asked: Asked, req: Request, res: Response): Promise<Extension> {
    const { columns, ids, rowOf } = readExtension(raw, asked);
    const gone = () => res.destroyed || req.socket.destroyed;
    const rows = ids.length <= FEW ? ids.map(rowOf) : await deps.workQueue.map(ids, rowOf, gone);
    return { columns, rows };
  }

  function suggestEntity(req: Request, res: Response): void {
    const asked = askedBy(req);
    const { type = '' } = textsOf(req.query);
    const found = suggestEntities(prefixOf(req), isType(type) ? type : null, asked);
    const shaped = page(req, found).map((entity) => ({
      id: entity.id,
      name: nameOf(entity),
      description: descriptionOf(entity, asked),
      notable: [{ id: entity.type, name: reconcileWords.types[entity.type][asked.language] }],
    }));
    send(res, { result: shaped });
  }

  function propose(req: Request, res: Response): void {
    const { type = '', limit = '' } = textsOf(req.query);
    const { language } = told(req);
    // Without a type, or with one that is not ours, what firms have: most sheets hold firms.
    const properties = propertiesOf[isType(type) ? type : 'firm'].map(({ id, name }) => ({ id, name: name[language] }));
    const most = /^[1-9]\d{0,3}$/.test(limit) ? Number(limit) : properties.length;
    send(res, { type: isType(type) ? type : 'firm', properties: properties.slice(0, most) });
  }

  function preview(req: Request, res: Response): void {
    const asked = askedBy(req);
    const entity = known(req);
    const title = xmlText(nameOf(entity));
    res
      // Shown in a frame of the client's page; it runs nothing and loads nothing.
      .set('Content-Security-Policy', `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors *`)
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send(
        `<!DOCTYPE html><html lang="${languageTag[asked.language]}"><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style><body>${cardOf(entity, asked, deps.isSample())}</body></html>`,
      );
  }

  function known(req: Request): Entity {
    const { id = '' } = textsOf(req.query);
    const entity = entityOf(id, deps.register);
    if (!entity) throw noEntity(id, languageOf(req));
    return entity;
  }

  return router;
}

const isType = (text: string): text is EntityType => (entityTypes as readonly string[]).includes(text);

/** The register is Chinese: only who asks for English by name is answered in it. */
function languageOf(req: Request): Language {
  const header = req.headers['accept-language'] ?? '';
  return /(?:^|[\s,])en\b/i.test(header) ? apiLanguage(header) : 'zh';
}

/** Parameters given once; a repeated one is read by its last. */
function textsOf(given: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries((given ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      String([value].flat().at(-1)),
    ]),
  );
}

const prefixOf = (req: Request): string => (textsOf(req.query)['prefix'] ?? '').slice(0, 200);

function page<T>(req: Request, all: readonly T[]): T[] {
  const { cursor = '' } = textsOf(req.query);
  const from = /^\d{1,4}$/.test(cursor) ? Number(cursor) : 0;
  return all.slice(from, from + SUGGESTED);
}

function jsonBody(req: Request): unknown {
  if (!req.is('json')) throw new Problem('unsupported-media-type');
  return req.body as unknown;
}

function flyout(res: Response, id: string, name: string | undefined): void {
  if (name === undefined) throw new Problem('not-found');
  send(res, { id, html: `<p>${name}</p>` });
}

function noEntity(id: string, language: Language): Problem {
  const detail = {
    zh: `沒有「${id.slice(0, 80)}」；代號為統一編號、證書代號或服務項目代碼，見 suggest/entity。`,
    en: `There is no ${id.slice(0, 80)}. Ids are 統一編號, ids of certificates and codes of items: see suggest/entity.`,
  }[language];
  return new Problem('not-found', { errors: [{ parameter: 'id', code: 'contradiction', detail }] });
}

function missing(language: Language) {
  const detail = {
    zh: '表單須有 queries、query 或 extend。',
    en: 'The form needs one of the fields queries, query and extend.',
  }[language];
  return [{ pointer: '#', code: 'missing' as const, detail }];
}

function send(res: Response, body: unknown): void {
  res
    .vary('Accept-Language')
    .set('Cache-Control', res.req.method === 'POST' ? 'no-store' : 'no-cache')
    .json(body);
}
