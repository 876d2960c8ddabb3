import type { RequestHandler } from 'express';
import { Problem } from '../problems/problem.ts';

const exposed = ['ETag', 'Link', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'].join(', ');

/** Pages of any origin may read the API: it knows no cookies and no keys, so it tells them nothing it hides from others. */
const forBrowsers = Object.entries({
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': exposed,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // Data opened in a tab is not a page (OWASP REST Security Cheat Sheet, "Security Headers").
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
});

/** What the scripts of other origins may send, told to whoever asks with OPTIONS: a body, a language, an ETag they know. */
const accepted = ['Content-Type', 'Accept-Language', 'If-None-Match'].join(', ');

/**
 * Answers every method an address has no operation for: OPTIONS, the preflight of browsers among them, with what it has;
 * any other with 405.
 * @param allow the methods of the address, as in the header Allow
 */
export function otherMethods(allow: string): RequestHandler {
  return (req, res) => {
    res.set('Allow', allow);
    if (req.method !== 'OPTIONS') throw new Problem('method-not-allowed');
    res.set({
      'Access-Control-Allow-Methods': allow,
      'Access-Control-Allow-Headers': accepted,
      'Access-Control-Max-Age': '86400',
    });
    res.status(204).end();
  };
}

/**
 * The headers of every API answer. What only browsers read is left out of the answer to a POST that no page sent: each
 * header costs about a microsecond, and such answers are kept by no cache that could hand them to a browser later.
 */
export function apiHeaders(origin: string): RequestHandler {
  const transport = origin.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : null;
  return (req, res, next) => {
    res.setHeader('X-Content-Type-Options', 'nosniff');
    if (transport) res.setHeader('Strict-Transport-Security', transport);
    if (req.method !== 'POST' || req.headers.origin !== undefined) {
      for (const [name, value] of forBrowsers) res.setHeader(name, value);
    }
    next();
  };
}
