import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../script/run.ts';

const CHECK = path.resolve('script/checks/layers.ts');
const trees: string[] = [];

/** A small tree of the repository's shape, with packages to import. */
function plant(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'whence-layers-'));
  trees.push(root);
  const all = {
    'package.json':
      '{ "name": "planted", "type": "module", "dependencies": { "dexie": "1", "preact": "1", "wxt": "1" }, "devDependencies": { "vitest": "1" } }',
    ...Object.fromEntries(
      ['dexie', 'preact', 'wxt', 'vitest'].flatMap((name) => [
        [`node_modules/${name}/package.json`, `{ "name": "${name}", "main": "index.js" }`],
        [`node_modules/${name}/index.js`, 'export const one = 1;'],
      ]),
    ),
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

const check = (root: string) => run(['node', CHECK], {}, root);

afterAll(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true, force: true });
});

const VALUE = 'export const value = 1;';
const importing = (...from: string[]): string =>
  [...from.map((name, index) => `import { value as v${index} } from '${name}';\nexport const w${index} = v${index};`), VALUE].join('\n');

describe('the layer check', () => {
  it('accepts a tree in which every import points downwards', async () => {
    const { code, output } = await check(
      plant({
        'domain/a.ts': importing('./b.ts'),
        'domain/b.ts': VALUE,
        'storage/a.ts': importing('../domain/a.ts', 'dexie'),
        'sharing/a.ts': importing('../storage/a.ts', '../domain/a.ts'),
        'components/a.tsx': importing('../domain/a.ts', 'preact'),
        'entrypoints/popup/main.tsx': importing('../../components/a.tsx', '../../sharing/a.ts'),
        'community/src/main.ts': `import 'node:http';\n${importing('../../domain/a.ts')}`,
      }),
    );
    expect(output).toBe('10 modules');
    expect(code).toBe(0);
  });

  it('fails when it reads no module at all', async () => {
    const { code, output } = await check(plant({}));
    expect(output).toContain('no module was found');
    expect(code).toBe(1);
  });
});

describe('a planted violation is caught', () => {
  /** Where it is planted, what it imports, and the rule that it breaks. */
  const PLANTED: readonly (readonly [file: string, imported: string, rule: string])[] = [
    ['domain/planted.ts', '../storage/clean.ts', 'layer-domain'],
    ['locales/planted.ts', '../components/clean.ts', 'layer-locales'],
    ['anchoring/planted.ts', '../capture/clean.ts', 'layer-anchoring'],
    ['capture/planted.ts', '../messaging/clean.ts', 'layer-capture'],
    ['search/planted.ts', '../storage/clean.ts', 'layer-search'],
    ['formats/planted.ts', '../storage/clean.ts', 'layer-formats'],
    ['storage/planted.ts', '../sharing/clean.ts', 'layer-storage'],
    ['messaging/planted.ts', '../storage/clean.ts', 'layer-messaging'],
    ['sharing/planted.ts', '../messaging/clean.ts', 'layer-sharing'],
    ['components/planted.ts', '../storage/clean.ts', 'layer-components'],
    ['page/planted.ts', '../storage/clean.ts', 'layer-page'],
    ['surfaces/planted.ts', '../page/clean.ts', 'layer-surfaces'],
    ['entrypoints/popup/planted.ts', '../../community/clean.ts', 'layer-entrypoints'],
    ['community/planted.ts', '../storage/clean.ts', 'layer-community'],
    ['entrypoints/popup/other.ts', '../background/clean.ts', 'entrypoints-are-apart'],
    ['entrypoints/clip.content/planted.ts', '../../page/framework.ts', 'page-script-is-light'],
    ['entrypoints/clip-tools/planted.ts', '../../page/framework.ts', 'page-script-is-light'],
    ['anchoring/browser.ts', 'wxt', 'runs-anywhere'],
    ['search/node.ts', 'node:fs', 'no-node-in-a-browser'],
    ['storage/tool.ts', '../tests/clean.ts', 'nothing-reaches-into-tools'],
    ['storage/tester.ts', 'vitest', 'delivered-from-dependencies'],
    ['domain/circleA.ts', './circleB.ts', 'no-circle'],
    ['domain/gone.ts', './nowhere.ts', 'resolvable'],
  ];
  let output = '';
  beforeAll(async () => {
    const clean = [
      'domain',
      'storage',
      'components',
      'capture',
      'messaging',
      'sharing',
      'page',
      'community',
      'entrypoints/background',
      'tests',
    ];
    ({ output } = await check(
      plant({
        ...Object.fromEntries(clean.map((folder) => [`${folder}/clean.ts`, VALUE])),
        ...Object.fromEntries(PLANTED.map(([file, imported]) => [file, `export * from '${imported}';\n`])),
        'page/framework.ts': `${VALUE}\nimport 'preact';`,
        'domain/circleB.ts': importing('./circleA.ts'),
        'search/types.ts': `import type { value } from '../formats/planted.ts';\nexport type Value = typeof value;`,
      }),
    ));
  });

  it.each(PLANTED)('%s, which imports %s, breaks %s', (file, _imported, rule) => {
    expect(output).toContain(`${rule}: ${file} →`);
  });
  it('even when only a type is imported', () => {
    expect(output).toContain('layer-search: search/types.ts → formats/planted.ts');
  });
  it('and nothing else is complained of', () => {
    const complaints = output.split('\n').filter((line) => line.includes(' → '));
    expect(complaints).toHaveLength(PLANTED.length + 1);
  });
});
