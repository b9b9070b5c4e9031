import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button.tsx';
import '../../components/styles/base.css';
import type { Clip } from '../../domain/clip.ts';
import { ok } from '../../domain/failure.ts';
import { pageKey } from '../../domain/pageAddress.ts';
import { welcome } from '../../locales/en/welcome.ts';
import { pageCalls } from '../../messaging/pageProtocol.ts';
import { answer } from '../../messaging/receive.ts';
import { ask } from '../../messaging/send.ts';
import { pageTools } from '../../page/pageTools.ts';
import { startPageSide } from '../../page/startPageSide.ts';
import { clipsOnPage } from '../../storage/clipLists.ts';
import { openDatabase } from '../../storage/open.ts';
import { liveSignal } from '../../surfaces/live.ts';
import { clipShortcut } from '../../surfaces/shortcut.ts';
import { ALL_SITES, hasAllSites } from '../../surfaces/siteAccess.ts';
import './welcome.css';

const ending = new AbortController();
addEventListener('pagehide', () => ending.abort(), { once: true });

const access = signal<'unknown' | 'granted' | 'denied'>('unknown');
const shortcut = signal('');
void hasAllSites().then((has) => (access.value = has ? 'granted' : access.value));
void clipShortcut().then((keys) => (shortcut.value = keys));

const clips = signal<readonly Clip[]>([]);
// the page is there before its database
async function followClips(): Promise<void> {
  const opened = await openDatabase();
  if (!opened.ok) return;
  const kept = liveSignal(
    () => clipsOnPage(opened.value, pageKey(location.href)),
    ending.signal,
    () => undefined,
  );
  effect(() => void (clips.value = kept.value ?? []));
}
void followClips();

/** Asked in the moment of the click: the browser takes no other. */
const allow = (): void =>
  void browser.permissions.request(ALL_SITES).then((isGranted) => (access.value = isGranted ? 'granted' : 'denied'));

function Tried() {
  const [clip] = clips.value;
  if (!clip) return null;
  return (
    <div class="welcome-tried" role="status">
      <p>{clip.why ? welcome.tried(clip.why) : welcome.triedNoWhy}</p>
      <p>{welcome.triedNext}</p>
    </div>
  );
}

const Welcome = () => (
  <main class="welcome">
    <header class="welcome-head">
      <img src="/icon/128.png" alt="" width={56} height={56} />
      <div>
        <h1>{welcome.title}</h1>
        <p class="welcome-lead">{welcome.lead}</p>
      </div>
    </header>
    <p class="welcome-intro">{welcome.intro}</p>

    <section aria-labelledby="try">
      <h2 id="try">{welcome.tryTitle}</h2>
      <ol class="welcome-steps">
        {welcome.trySteps(shortcut.value).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <article class="welcome-passage">
        <h3>{welcome.passageTitle}</h3>
        {welcome.passage.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </article>
      <Tried />
    </section>

    <section aria-labelledby="access">
      <h2 id="access">{welcome.accessTitle}</h2>
      <p>{welcome.accessText}</p>
      {access.value === 'granted' ? (
        <p class="welcome-done" role="status">
          {welcome.accessAllowed}
        </p>
      ) : (
        <>
          <Button onClick={allow}>{welcome.accessAllow}</Button>
          {access.value === 'denied' && <p role="status">{welcome.accessDenied}</p>}
        </>
      )}
    </section>

    <section aria-labelledby="community">
      <h2 id="community">{welcome.communityTitle}</h2>
      <p>{welcome.communityText}</p>
      <Button onClick={() => void browser.tabs.create({ url: `${browser.runtime.getURL('/library.html')}#join` })}>
        {welcome.communityJoin}
      </Button>
    </section>

    <footer class="welcome-foot">
      <Button look="quiet" onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('/library.html') })}>
        {welcome.library}
      </Button>
      <Button look="quiet" onClick={() => void browser.runtime.openOptionsPage()}>
        {welcome.settings}
      </Button>
    </footer>
  </main>
);

const root = document.getElementById('app');
if (root) {
  render(<Welcome />, root);
  // what runs in every page runs in this one too, so that the first clip can be tried at once
  startPageSide({
    view: window,
    ask,
    answer: (handlers) => answer(pageCalls, handlers),
    loadTools: async () => ok(pageTools),
    loadMediaTools: async () => ok((await import('../../page/mediaTools.ts')).mediaTools),
    composerAddress: (draftId) => `${browser.runtime.getURL('/composer-window.html')}#${draftId}`,
    isAlive: () => true,
    signal: ending.signal,
  });
}
