import { html } from 'hono/html';

type Page = ReturnType<typeof html>;

/**
 * What an invite link opens in a browser. It is the same for every community, and knows nothing of
 * the invite: the secret is in the link's fragment, which a browser does not send.
 */
export const joinPage = (): Page =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>You are invited · Whence</title>
        <link rel="stylesheet" href="../hub/style.css" />
      </head>
      <body>
        <main>
          <p class="mark">Whence</p>
          <h1>You are invited to a community</h1>
          <p class="lead">
            Its members share what they read on the web together with the reason why it mattered, so that the thought behind a decision is
            still there when someone asks for it.
          </p>

          <section aria-labelledby="how">
            <h2 id="how">To join</h2>
            <ol>
              <li>
                Press the <strong>Whence button</strong> in your browser’s toolbar while this page is open. You see who invited you, and to
                what, before you join.
              </li>
              <li>No button there? Copy this page’s whole address, and paste it in Whence under <strong>Community</strong>.</li>
            </ol>
          </section>

          <section aria-labelledby="what">
            <h2 id="what">What Whence is</h2>
            <p>
              A browser extension for Chrome and Firefox. Select a passage, write in a line why you keep it, and find it again by that
              reason. What you keep stays on your device until you choose to share it.
            </p>
          </section>

          <p class="note">
            This invite is a key: pass it on only to people who may come in. The key itself was not sent to this server by opening the page.
          </p>
        </main>
      </body>
    </html>`;
