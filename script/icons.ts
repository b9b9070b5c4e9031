/**
 * Draws public/icon/<size>.png from the SVGs beside them. Run after changing a drawing:
 * node script/icons.ts
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath } from './chromium.ts';

const SIZES = [16, 32, 48, 96, 128];
const folder = join(import.meta.dirname, '../public/icon');

const svg = await readFile(join(folder, 'whence.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: join(folder, `${size}.png`), omitBackground: true });
}
await browser.close();
