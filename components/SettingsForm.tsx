import type { Settings } from '../domain/settings.ts';
import { formatSize, words } from '../locales/index.ts';
import { Button, IconButton } from './Button.tsx';
import { Switch } from './Switch.tsx';
import './styles/SettingsForm.css';

export interface SettingsFormProps {
  readonly settings: Pick<Settings, 'button' | 'buttonOffSites' | 'highlights' | 'trail'>;
  /** Whether the browser lets Whence see every page. */
  readonly hasAccess: boolean;
  /** How the browser keeps the library, in bytes; absent until it has answered. */
  readonly storage?: { readonly persisted: boolean; readonly usage?: number | undefined; readonly quota?: number | undefined } | undefined;
  readonly onSettings: (changed: Partial<Pick<Settings, 'button' | 'buttonOffSites' | 'highlights' | 'trail'>>) => void;
  readonly onAccess: (isWanted: boolean) => void;
  /** Ask the browser never to clear the library. */
  readonly onPersist: () => void;
}

const usageInWords = (usage: number, quota: number | undefined): string =>
  quota === undefined ? words.settings.usageAlone(formatSize(usage)) : words.settings.usage(formatSize(usage), formatSize(quota));

/** The person's choices; each takes effect at once. */
export function SettingsForm({ settings, hasAccess, storage, onSettings, onAccess, onPersist }: SettingsFormProps) {
  const { button, buttonOffSites, highlights, trail } = settings;
  return (
    <div class="settings">
      <h1 class="settings-title">{words.settings.title}</h1>
      <section class="settings-group" aria-label={words.settings.clipping}>
        <Switch
          label={words.settings.access}
          hint={hasAccess ? words.settings.accessOn : words.settings.accessOff}
          isOn={hasAccess}
          onChange={onAccess}
        />
        <Switch
          label={words.settings.button}
          hint={words.settings.buttonHint}
          isOn={button}
          onChange={(isOn) => onSettings({ button: isOn })}
        >
          {button && buttonOffSites.length > 0 && (
            <>
              <h2 class="settings-sites-title">{words.settings.offSites}</h2>
              <ul class="settings-sites">
                {buttonOffSites.map((site) => (
                  <li key={site} class="settings-site">
                    <span>{site}</span>
                    <IconButton
                      icon="close"
                      label={words.settings.siteOn(site)}
                      onClick={() => onSettings({ buttonOffSites: buttonOffSites.filter((other) => other !== site) })}
                    />
                  </li>
                ))}
              </ul>
            </>
          )}
        </Switch>
        <Switch
          label={words.settings.highlights}
          hint={words.settings.highlightsHint}
          isOn={highlights}
          onChange={(isOn) => onSettings({ highlights: isOn })}
        />
        <Switch label={words.trail.setting} hint={words.trail.settingHint} isOn={trail} onChange={(isOn) => onSettings({ trail: isOn })} />
      </section>
      {storage && (
        <section class="settings-group settings-storage" aria-label={words.settings.storage}>
          <div>
            <h2 class="switch-label">{words.settings.storage}</h2>
            <p class="switch-hint">
              {storage.persisted ? words.settings.persisted : words.settings.notPersisted}
              {storage.usage !== undefined && ` ${usageInWords(storage.usage, storage.quota)}.`}
            </p>
          </div>
          {!storage.persisted && <Button onClick={onPersist}>{words.settings.persist}</Button>}
        </section>
      )}
    </div>
  );
}
