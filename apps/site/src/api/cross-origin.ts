import type { RequestHandler } from 'express';

const exposed = ['ETag', 'Link', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'].join(', ');

/** Pages of any origin may read the API: it knows no cookies and no keys, so it tells them nothing it hides from others. */
export const crossOrigin: RequestHandler = (_req, res, next) => {
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': exposed,
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  next();
};
