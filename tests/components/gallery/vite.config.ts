import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** `npx vite tests/components/gallery`: every component in its states, for looking. */
export default defineConfig({ root: import.meta.dirname, plugins: [preact()] });
