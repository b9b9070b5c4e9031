import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LONGEST_BODY } from './body.ts';
import type { Deps } from './door.ts';
import { closeUnread, crossOrigin, securityHeaders } from './headers.ts';
import { joinPage } from './hub/joinPage.ts';
import { STYLE } from './hub/style.ts';
import { describeDoors } from './openapi.ts';
import { refuse } from './refusal.ts';
import { DOORS } from './routes/index.ts';

/** The whole server as a function from request to answer; what it works with comes in, nothing listens yet. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();

  app.use(async (context, next) => {
    const began = performance.now();
    await next();
    // without the query, the headers and the body: no cursor, token or text is logged
    deps.log.info({
      method: context.req.method,
      path: context.req.path,
      status: context.res.status,
      ms: Math.round(performance.now() - began),
    });
  });
  app.use(securityHeaders);
  app.use(crossOrigin);
  app.use(closeUnread);
  app.use(
    bodyLimit({
      maxSize: LONGEST_BODY,
      onError: () =>
        refuse({ code: 'bad-message', detail: { status: 413, sentence: `The request is longer than ${LONGEST_BODY} bytes.` } }),
    }),
  );

  for (const door of DOORS) app.on(door.method.toUpperCase(), door.path, (context) => door.open(context, deps));

  let description: ReturnType<typeof describeDoors> | undefined;
  app.get('/openapi.json', (context) => context.json((description ??= describeDoors(DOORS))));
  app.get('/join/:community', (context) => context.html(joinPage()));
  app.get('/hub/style.css', (context) =>
    context.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=3600' }),
  );

  app.notFound(() => refuse({ code: 'not-found' }));
  app.onError((error) => {
    deps.log.error({ error: error.message, stack: error.stack }, 'a request failed');
    return refuse({ code: 'server-error' });
  });
  return app;
}
