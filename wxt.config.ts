import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { pdfFiles } from './script/pdfFiles.ts';

/**
 * The build for tests differs from the released one in one thing: access to all sites is granted
 * from the start, because the browser's own prompt can't be answered without a screen.
 */
const isTestBuild = process.env['WHENCE_TEST_BUILD'] === '1';

/** A fixed public key gives the extension one id in every checkout. */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArJAiueUabM1bncyfx/N7NHmGFWUG59rDm6WVHy8UGKOzIB8iUMFOfZEGFdsdkYf0/Vn6GKxTFqnCeyB3zpFUHDe+PFJknrvSzEJErhWXs9i0CKQbIzsG/HGOpjbScjyRN6hzDf95Jjv11SUn1wV1u8oZsNnLGQbn6bLCliUZtutLPfefICdSN/9erUU+h9eh0xzOz4UZHU1Xk+8bM4JQbBcyEwm+aOZXu978GnhZCdCFQ6y88FcXsa9KrElW4k2JaNWJzNbbckerXb4hN+U9ARXQLJYNQr0mVIWqZz313vWGjLZttuzCGndYwDu9jYQjGd0WifackDQWAuKtl68lAQIDAQAB';

/** What the composer is made of (components/ and their styles); the card lists and forms of the other pages are not. */
const COMPOSER =
  'AudienceField|Button|Captured|Combobox|Composer|DecisionField|FailureNotice|Field|Folded|Highlight|Icon|MediaLine|Notice|Passages|Picture|Quote|RelatedInComposer|RelatedList|TagField|Toast|TrailField|UnreadNotice|WhyField|base|excerpt|firstFocus|forms|tokens';

/** What only popup, side panel and library are made of: it comes with them. */
const APP =
  'AskForm|CardList|DecisionCard|DraftList|FacetGroup|FacetList|MoreCards|NothingFound|OutboxStrip|QueryChips|SavedSearches|SaveSearch|SearchBox|SearchOptions|searchRows|virtualRows';

/**
 * What our pages share, in few files instead of twenty: a frame or a popup that opens in a moment has no
 * time for as many requests, and reading a file twice as long costs less than asking for a second one.
 * `core` is everything that the composer needs, `store` the database and `lists` the cards, which it does without;
 * the reader comes when something is read.
 */
const CHUNKS = [
  {
    name: 'core',
    test: new RegExp(
      String.raw`[\\/](?:node_modules[\\/](?!dexie|fuse\.js|@orama|@tanstack)|components[\\/](?:styles[\\/])?(?:${COMPOSER})\.|locales|domain[\\/](?:clip|decision|failure|id|limits|pageAddress|pdfView|selector)\.|messaging[\\/](?:call|composerProtocol|receive|send)\.|surfaces[\\/](?:Composer|composer|mountComposer|pageFrame|focusWatch|pdfTab))`,
    ),
  },
  { name: 'store', test: /[\\/](?:dexie|storage)[\\/]/ },
  {
    name: 'lists',
    test: new RegExp(
      String.raw`[\\/](?:components[\\/](?:styles[\\/])?(?!(?:Reader|Markdown|${APP})\.)|domain[\\/](?!markdown)|messaging[\\/])`,
    ),
  },
];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  modules: ['@wxt-dev/webextension-polyfill'],
  outDirTemplate: isTestBuild ? '{{browser}}-mv{{manifestVersion}}-test' : '{{browser}}-mv{{manifestVersion}}',
  zip: { excludeSources: ['tests/**', 'docs/images/**', '.data/**', 'test-results/**'] },
  webExt: { disabled: true },
  hooks: { 'build:publicAssets': (_wxt, files) => void files.push(...pdfFiles()) },
  vite: () => ({
    plugins: [preact()],
    build: { modulePreload: { polyfill: false }, rolldownOptions: { output: { advancedChunks: { groups: CHUNKS } } } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    ...(isTestBuild ? { host_permissions: ['*://*/*'] } : { optional_host_permissions: ['*://*/*'] }),
    action: { default_title: '__MSG_name__' },
    omnibox: { keyword: 'why' },
    commands: {
      // Chrome keeps Alt+Shift+W for closing a tab group, and would give the command no key at all
      clip: { suggested_key: { default: browser === 'firefox' ? 'Alt+Shift+W' : 'Alt+Shift+Y' }, description: '__MSG_command_clip__' },
      'next-clip': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_next__' },
      'previous-clip': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_previous__' },
    },
    content_security_policy: {
      // no remote code, no remote pictures: a shared clip can't make a reader's browser call home
      extension_pages:
        "default-src 'self'; script-src 'self'; object-src 'none'; img-src 'self' data: blob:; style-src 'self'; frame-src 'self'; connect-src 'self' https: http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'",
    },
    // the composer's frame, and nothing else; its address is different in every browser session
    web_accessible_resources: [
      { resources: ['composer.html'], matches: ['*://*/*'], ...(browser !== 'firefox' && { use_dynamic_url: true }) },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'whence@whence.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '126', key: KEY }),
  }),
});
