import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { SettingsForm } from '../../components/SettingsForm.tsx';
import '../../components/styles/base.css';
import type { Failure } from '../../domain/failure.ts';
import { ask } from '../../messaging/send.ts';
import { databaseFailure } from '../../storage/failures.ts';
import { openDatabase } from '../../storage/open.ts';
import { askPersistence, type Persistence } from '../../storage/persistence.ts';
import { readSettings } from '../../storage/settings.ts';
import { liveSignal } from '../../surfaces/live.ts';
import { ALL_SITES, hasAllSites } from '../../surfaces/siteAccess.ts';
import './options.css';

const ending = new AbortController();
addEventListener('pagehide', () => ending.abort(), { once: true });

const failure = signal<Failure | undefined>(undefined);
const hasAccess = signal(false);
const persistence = signal<Persistence | undefined>(undefined);
const lookAtAccess = (): void => void hasAllSites().then((has) => (hasAccess.value = has));
const lookAtStorage = (): void => void askPersistence(navigator.storage).then((answer) => (persistence.value = answer));

/** The browser's own question must be asked in the very moment of the click: nothing may be awaited before it. */
const setAccess = (isWanted: boolean): void =>
  void (isWanted ? browser.permissions.request(ALL_SITES) : browser.permissions.remove(ALL_SITES)).then(lookAtAccess, lookAtAccess);

const root = document.getElementById('app');
const opened = await openDatabase();
if (root && !opened.ok) render(<FailureNotice failure={opened.error} />, root);
else if (root && opened.ok) {
  const settings = liveSignal(
    () => readSettings(opened.value),
    ending.signal,
    (error) => (failure.value = databaseFailure(error)),
  );
  lookAtAccess();
  lookAtStorage();
  browser.permissions.onAdded.addListener(lookAtAccess);
  browser.permissions.onRemoved.addListener(lookAtAccess);
  const Options = () => (
    <main class="options">
      {failure.value && <FailureNotice failure={failure.value} onDismiss={() => (failure.value = undefined)} />}
      {settings.value && (
        <SettingsForm
          settings={settings.value}
          hasAccess={hasAccess.value}
          storage={persistence.value}
          onSettings={(changed) => void ask('saveSettings', changed).then((saved) => (failure.value = saved.ok ? undefined : saved.error))}
          onAccess={setAccess}
          onPersist={lookAtStorage}
        />
      )}
    </main>
  );
  render(<Options />, root);
}
