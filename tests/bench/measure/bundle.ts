import { build } from 'vite';

/** One of our modules with all that it imports, as a script that puts its exports into a global of this name. */
export async function bundleAlone(entry: string, name: string): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: 'error',
    build: { lib: { entry, formats: ['iife'], name }, write: false, minify: true },
  });
  const [output] = [outputs].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error(`${entry} did not bundle`);
  return chunk.code;
}
