import ejs from 'ejs';
import express from 'express';

/**
 * The least that Express and EJS can do, as a measure for the site: pages of as many rows out of memory as make the size that
 * is asked for, and one route that reads JSON and answers the same JSON as the site. No headers, no log, no limit, no checks,
 * no layout.
 */
const rows = Array.from({ length: 2000 }, (_, n) => ({
  ubn: String(10_000_000 + n),
  name: `示範宏達信${n}科技股份有限公司`,
  items: ['1.1.1', '4.9.2'],
}));
const page = ejs.compile(
  `<!doctype html><html lang="zh-Hant-TW"><head><meta charset="utf-8"><title><%= title %></title></head><body><h1><%= title %></h1>
<table><% for (const row of rows) { %><tr><td><a href="/providers/<%= row.ubn %>"><%= row.name %></a></td><td><% for (const item of row.items) { %><a href="/catalogue/<%= item %>"><%= item %></a> <% } %></td></tr>
<% } %></table></body></html>`,
);
const bytesOf = (count: number) => Buffer.byteLength(page({ title: '業者', rows: rows.slice(0, count) }));
const empty = bytesOf(0);
const perRow = (bytesOf(100) - empty) / 100;
const pages = new Map<string, typeof rows>();

/** The rows of a page of about so many bytes; cut out once, as what a real page shows is in memory too. */
function rowsFor(bytes: string): typeof rows {
  const known = pages.get(bytes);
  if (known) return known;
  const cut = rows.slice(0, Math.max(1, Math.round((Number(bytes) - empty) / perRow)));
  pages.set(bytes, cut);
  return cut;
}
const answer: unknown = JSON.parse(process.env['BARE_ANSWER'] ?? '{}');

const app = express();
app.get('/page/:bytes', (req, res) => res.send(page({ title: '業者', rows: rowsFor(req.params.bytes) })));
app.post('/json', express.json(), (_req, res) => res.json(answer));
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`aipower is ready: http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}"`);
});
