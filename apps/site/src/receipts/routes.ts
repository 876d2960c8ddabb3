import { type ReceiptVerification, readShortId, verificationWords } from '@aipower/receipts';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import { formBody } from '../http/form-body.ts';
import { readForm, readQuery } from '../http/query.ts';
import { type PageRenderer, type Visit, visitOf } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import { findDeskReceipt } from './desk-receipts.ts';
import { verifiedReceiptView, withheldReceiptView } from './view.ts';
import type {} from './views.ts';

const fields = ['token'] as const;
const body = formBody({ limit: '512kb', parameterLimit: 5 });

/** A receipt by its address or pasted: whether it is genuine, what it says, and the same question asked again today. */
export function receiptRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.receipts.path, (req, res) => {
    const visit = visitOf(req, deps.clock);
    readQuery(req, visit.t, []);
    form(req, res, visit, 200, {});
  });

  router.post(pages.receipts.path, body, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const values = readForm(req.body, visit.t, fields);
    if (values.token.trim() === '')
      return form(req, res, visit, 400, { errors: [{ field: 'token', message: visit.t.receipts.errors.missing }] });
    await show(req, res, visit, values.token);
  });

  router.get(pages.receipt.path, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { receipt: given } = readQuery(req, visit.t, ['receipt']);
    const typed = String(req.params['id']);
    const id = readShortId(typed);
    if (id === null)
      return form(req, res, visit, 404, { note: visit.t.receipts.errors.id(typed.slice(0, 40)), token: given });
    const token = given || (await deps.receipts.find(id));
    const withheld = token ? null : await findDeskReceipt(deps.desk.database, id);
    if (withheld) {
      const found = await deps.receipts.verify(withheld);
      if (found.status !== 'valid') return refuse(req, res, visit, '', found);
      const receipt = withheldReceiptView(deps, { ...found, token: withheld }, visit);
      return page(req, res, 'receipt', { title: visit.t.receipts.titled(receipt.id) }, { receipt });
    }
    if (!token) {
      const { notKept, notFound } = visit.t.receipts;
      return form(req, res, visit, 404, { note: deps.receipts.stored ? notFound : notKept });
    }
    await show(req, res, visit, token, id);
  });

  function form(
    req: Request,
    res: Response,
    visit: Visit,
    status: number,
    model: { errors?: { field: string; message: string }[]; note?: string; token?: string },
  ) {
    const options = { title: visit.t.receipts.title, description: visit.t.receipts.lead, status };
    page(req, res, 'receipts', options, {
      errors: model.errors ?? [],
      note: model.note ?? null,
      token: model.token ?? '',
    });
  }

  async function show(req: Request, res: Response, visit: Visit, text: string, id?: string) {
    const found = await deps.receipts.verify(text);
    if (found.status !== 'valid') return refuse(req, res, visit, text, found);
    if (id !== undefined && found.receipt.id !== id) {
      const message = visit.t.receipts.errors.otherId;
      return form(req, res, visit, 400, { errors: [{ field: 'token', message }], token: text });
    }
    const receipt = verifiedReceiptView(deps, { ...found, token: text.replace(/\s+/g, '') }, visit);
    page(req, res, 'receipt', { title: visit.t.receipts.titled(receipt.id) }, { receipt });
  }

  function refuse(
    req: Request,
    res: Response,
    visit: Visit,
    token: string,
    found: Exclude<ReceiptVerification, { status: 'valid' }>,
  ) {
    const message = verificationWords[found.code][visit.language];
    form(req, res, visit, 400, { errors: [{ field: 'token', message }], token });
  }
}

/** The keys that receipts are verified with, retired ones among them (RFC 7517). */
export function keySetRoute(router: Router, { receipts }: Deps): void {
  router.get('/.well-known/jwks.json', (_req, res) => {
    res
      .set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' })
      .set('Content-Type', 'application/jwk-set+json')
      .send(Buffer.from(JSON.stringify(receipts.keys)));
  });
}
