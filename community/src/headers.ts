import { createMiddleware } from 'hono/factory';

const SECURITY: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Nothing may be framed, guessed at, or loaded from elsewhere; what members read stays out of shared caches. */
export const securityHeaders = createMiddleware(async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY)) context.res.headers.set(name, value);
  if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store');
});

/**
 * Any origin may ask, since extensions of every browser have their own: what opens a door is a
 * token that its holder adds, never something that a browser adds by itself. A server on this
 * machine or in a private network says that public pages may ask it
 * (https://wicg.github.io/private-network-access/).
 */
export const crossOrigin = createMiddleware(async (context, next) => {
  if (context.req.method !== 'OPTIONS') {
    await next();
    context.res.headers.set('Access-Control-Allow-Origin', '*');
    return undefined;
  }
  return context.body(null, 204, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, POST, DELETE',
    'Access-Control-Allow-Headers': 'Authorization, Content-Type',
    'Access-Control-Allow-Private-Network': 'true',
    'Access-Control-Max-Age': '86400',
  });
});

/**
 * A request that was refused before it was read leaves its body in the connection, which the HTTP
 * server then cuts at some later moment, perhaps under the next request: so it says that it closes.
 */
export const closeUnread = createMiddleware(async (context, next) => {
  await next();
  if (context.req.method === 'POST' && !context.req.raw.bodyUsed) context.res.headers.set('Connection', 'close');
});
