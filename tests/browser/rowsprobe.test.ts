import { it } from 'vitest';
import { launchChromium } from './drivers/chromium.ts';
import { launchFirefox } from './drivers/firefox.ts';
import { servePages } from './pages/serve.ts';
import { ROWS } from './rows.ts';
const shadow = (mode: string) => `(() => { const r = document.createRange(); r.selectNodeContents(window.shelves.${mode}); const b = r.getBoundingClientRect(); return { from: {x: Math.max(0, Math.round(b.left) - 3), y: Math.round(b.top + b.height / 2)}, to: {x: Math.round(b.right) + 12, y: Math.round(b.top + b.height / 2)} }; })()`;
it('probe', async () => {
  const [pages, chromium, firefox] = await Promise.all([servePages(), launchChromium(), launchFirefox()]);
  const page = await chromium.newPage(pages.url('rows'));
  const tab = await firefox.newTab(pages.url('rows'));
  await tab.activate();
  const ev = [(e: string) => page.evaluate(e), (e: string) => tab.evaluate(e)];
  for (const row of ROWS) {
    for (const e of ev) console.log(row.name, JSON.stringify(await e(`(() => { const range = ${row.range}; const view = range.startContainer.ownerDocument.defaultView; const s = view.getSelection(); s.removeAllRanges(); s.addRange(range); return [s.toString(), range.toString()]; })()`)));
  }
  for (const mode of ['open', 'closed']) {
    const a = await page.evaluate(shadow(mode)) as any;
    await page.mouse.move(a.from.x, a.from.y); await page.mouse.down(); await page.mouse.move(a.to.x, a.to.y, { steps: 4 }); await page.mouse.up();
    const b = await tab.evaluate(shadow(mode)) as any;
    await tab.drag(b.from, b.to);
    for (const e of ev) console.log(mode, JSON.stringify([a, b]), JSON.stringify(await e(`(() => { const s = getSelection(); return [s.toString(), s.isCollapsed, s.rangeCount, s.anchorNode?.nodeName, s.rangeCount && s.getRangeAt(0).toString(), s.rangeCount && s.getRangeAt(0).startContainer.nodeName, typeof window.shelves.closed.getRootNode().getSelection, window.shelves['${mode}'].getRootNode().getSelection?.().toString()]; })()`)));
  }
  await Promise.all([chromium.close(), firefox.close(), pages.close()]);
}, 60000);
