import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Tests of functions that keep nothing: they need no world of their own each, which takes longer to make than they take to run. */
const PURE = 'tests/{anchoring,bench,capture,components,domain,locales,messaging,search}/**/*.test.ts';
const IN_A_PAGE = 'tests/**/*.dom.test.ts';

/** Where a test runs is told by its place and its name. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'pure',
          environment: 'node',
          include: [PURE],
          exclude: [IN_A_PAGE],
          restoreMocks: true,
          isolate: false,
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [PURE, IN_A_PAGE, 'tests/browser/**', 'tests/community/**'],
          setupFiles: ['fake-indexeddb/auto'],
          restoreMocks: true,
        },
      },
      {
        // in a real Chromium page, without the extension: components, and everything that needs a DOM
        plugins: [preact()],
        optimizeDeps: {
          include: [
            'preact',
            'preact/hooks',
            'preact/jsx-runtime',
            'preact/jsx-dev-runtime',
            '@preact/signals',
            '@tanstack/virtual-core',
            'valibot',
            'fast-check',
            'axe-core',
            '@mozilla/readability',
            'dompurify',
            'turndown',
          ],
        },
        test: {
          name: 'dom',
          include: ['tests/**/*.dom.test.ts', 'tests/**/*.dom.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: process.env['WHENCE_CHROMIUM'] ?? '/usr/bin/chromium', args: CHROMIUM_FLAGS },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'community',
          environment: 'node',
          include: ['tests/community/**/*.test.ts'],
          globalSetup: 'tests/community/support/clusters.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        // the built extension in real browsers, driven from outside; one browser at a time on a small machine
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
