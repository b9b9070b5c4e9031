import { run } from '../run.ts';

/** `web-ext lint` of the Firefox build, where only what is known may be reported. */
const BUILD = '.output/firefox-mv3';

interface Report {
  readonly errors: readonly Note[];
  readonly warnings: readonly Note[];
}
interface Note {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

/**
 * Preact can set innerHTML; nothing of ours asks it to, which the linter of the sources sees to. Readability, DOMPurify
 * and Turndown (read-tools.js) set it in documents of their own, where nothing runs. pdfjs, delivered as it is, looks for
 * the global object with `Function` in browsers older than ours, and imports its own files by name.
 */
const isKnown = ({ code, file = '' }: Note): boolean =>
  (code === 'UNSAFE_VAR_ASSIGNMENT' && /^(?:chunks\/|content-scripts\/|pdf\/|read-tools\.js$)/.test(file)) ||
  (code === 'DANGEROUS_EVAL' && /^pdf\/pdf(?:\.worker)?\.mjs$/.test(file));

const { output } = await run(['node_modules/.bin/web-ext', 'lint', '--source-dir', BUILD, '--no-config-discovery', '--output', 'json']);
const json = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1);
try {
  const { errors, warnings } = JSON.parse(json) as Report;
  const notes = [...errors, ...warnings.filter((warning) => !isKnown(warning))];
  for (const { code, message, file } of notes) console.error(`${file ?? 'manifest.json'}: ${code}: ${message}`);
  process.exitCode = notes.length > 0 ? 1 : 0;
} catch {
  console.error(output || `${BUILD} is not there`);
  process.exitCode = 1;
}
