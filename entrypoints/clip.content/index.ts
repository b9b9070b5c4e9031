import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { fail, ok } from '../../domain/failure.ts';
import { pageCalls } from '../../messaging/pageProtocol.ts';
import { answer } from '../../messaging/receive.ts';
import { ask } from '../../messaging/send.ts';
import { startPageSide } from '../../page/startPageSide.ts';
import './clip.css';

/**
 * Whence in a web page. The background puts it there: registered for the sites that the person opened to
 * Whence, or by the gesture of one clip. Where that happens twice, the newer one ends the older.
 */
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  noScriptStartedPostMessage: true,
  main(context) {
    // an older version of the extension may have left its own
    globalThis.whencePageTools = undefined;
    globalThis.whenceMediaTools = undefined;
    startPageSide({
      view: window,
      async ask(name, input) {
        const answered = await ask(name, input);
        // looking ends the script when its extension has gone
        if (!answered.ok && answered.error.code === 'background-gone') void context.isValid;
        return answered;
      },
      answer: (handlers) => answer(pageCalls, handlers),
      async loadTools() {
        const loaded = await ask('loadPageTools', undefined);
        if (!loaded.ok) return loaded;
        return globalThis.whencePageTools ? ok(globalThis.whencePageTools) : fail('page-did-not-answer');
      },
      async loadMediaTools() {
        const loaded = globalThis.whenceMediaTools ? ok(undefined) : await ask('loadMediaTools', undefined);
        if (!loaded.ok) return loaded;
        return globalThis.whenceMediaTools ? ok(globalThis.whenceMediaTools) : fail('page-did-not-answer');
      },
      composerAddress: (draftId) => `${browser.runtime.getURL('/composer.html')}#${draftId}`,
      isAlive: () => context.isValid,
      signal: context.signal,
    });
  },
});
