import { globSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = 'node_modules/pdfjs-dist';

/**
 * What is taken of pdfjs-dist, as it is delivered, and where it goes in the build: the library and its worker
 * (the build for older browsers: the newest features of the other one are newer than the browsers that
 * Whence supports), the tables without which text in Chinese, Japanese and Korean is not readable, the
 * two fonts that no system has, and the picture decoders in their form without WebAssembly, which our
 * policy forbids.
 */
const TAKEN: Readonly<Record<string, string>> = {
  'legacy/build/pdf.min.mjs': 'pdf.mjs',
  'legacy/build/pdf.worker.min.mjs': 'pdf.worker.mjs',
  LICENSE: 'LICENSE',
  'cmaps/*': 'cmaps/',
  'standard_fonts/Foxit{Symbol,Dingbats}.pfb': 'fonts/',
  'standard_fonts/LICENSE_FOXIT': 'fonts/',
  'wasm/*_nowasm_fallback.js': 'decoders/',
  'wasm/LICENSE_{JBIG2,OPENJPEG,PDFJS_JBIG2,PDFJS_OPENJPEG}': 'decoders/',
};

/** The files to copy, for the build. */
export const pdfFiles = (): { absoluteSrc: string; relativeDest: string }[] =>
  Object.entries(TAKEN).flatMap(([pattern, to]) => {
    const found = globSync(pattern, { cwd: PACKAGE });
    if (found.length === 0) throw new Error(`${PACKAGE} has no ${pattern}`);
    return found.map((file) => ({
      absoluteSrc: path.resolve(PACKAGE, file),
      relativeDest: path.posix.join('pdf', to.endsWith('/') ? to + path.basename(file) : to),
    }));
  });
