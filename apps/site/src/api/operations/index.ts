import { currentEdition } from '@aipower/taxonomy';
import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { API_VERSION } from '../openapi.ts';
import { defineOperation, type Operation } from '../operation.ts';

const link = z.strictObject({ url: z.string(), title: z.string() });

const apiIndex = named(
  'ApiIndex',
  z.strictObject({
    version: z.string(),
    documentation: z.string(),
    openapi: z.string(),
    operations: z.array(
      z.strictObject({
        id: z.string(),
        method: z.enum(['GET', 'POST']),
        url: z
          .string()
          .meta(describe({ zh: '網址；變數以 {name} 表示。', en: 'Its address; variable parts as {name}.' })),
        title: z.string(),
      }),
    ),
    others: z
      .record(z.string(), link)
      .meta(describe({ zh: '同一份資料的其他介面。', en: 'Other doors to the same data.' })),
  }),
);

/** What stands at `/api/v1` itself: every operation, and the other doors. */
export const getIndex = (others: () => readonly Operation[]): Operation =>
  defineOperation({
    id: 'getIndex',
    method: 'get',
    path: '/',
    tag: 'catalogue',
    summary: { en: 'Index', zh: '索引' },
    description: {
      en: 'Every operation and its address, and the other interfaces. Titles follow Accept-Language.',
      zh: '全部操作的網址，以及其他介面。標題依 Accept-Language。',
    },
    response: apiIndex,
    example: '/',
    handle({ deps: { origin }, language }) {
      const base = `${origin}/api/v1`;
      return {
        version: API_VERSION,
        documentation: `${origin}${language === 'en' ? '/en' : ''}/api`,
        openapi: `${base}/openapi.json`,
        operations: others().map(({ id, method, path, summary }) => ({
          id,
          method: method === 'get' ? ('GET' as const) : ('POST' as const),
          url: base + path,
          title: summary[language],
        })),
        others: {
          reconciliation: { url: `${origin}/reconcile`, title: 'Reconciliation Service API 0.2 (OpenRefine)' },
          reconciliationDraft: { url: `${origin}/reconcile/v1`, title: 'Reconciliation Service API 1.0-draft' },
          mcp: { url: `${origin}/mcp`, title: 'Model Context Protocol, streamable HTTP' },
          feed: { url: `${origin}/feed.atom`, title: 'Atom (RFC 4287, RFC 5005)' },
          linkedData: { url: `${origin}/catalogue/${currentEdition.id}`, title: 'SKOS' },
          dumps: { url: `${base}/dumps/datapackage.json`, title: 'Frictionless data package' },
        },
      };
    },
  });
