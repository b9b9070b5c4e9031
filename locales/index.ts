import type { Failure } from '../domain/failure.ts';
import { app } from './en/app.ts';
import { failures } from './en/failures.ts';
import { formatIn } from './format.ts';

const en = { app, failures };

/** What every language provides: the same names, and functions of the same shape. */
type Language = typeof en;

const languages: Readonly<Record<string, Language>> = { en };

const browserLanguage = globalThis.navigator?.language ?? 'en';
const wanted = browserLanguage.toLowerCase().split('-')[0] ?? 'en';
const chosen = Object.hasOwn(languages, wanted) ? wanted : 'en';
const language = languages[chosen] ?? en;
formatIn(chosen, browserLanguage);

/** The interface's words, in the person's language where it exists. */
export const words = language.app;

/** A failure in words: what happened, and what to do next. */
export const tell = ({ code, detail }: Failure): { readonly sentence: string; readonly next: string } =>
  language.failures[code](detail ?? {});

export { formatDay, formatMoment, formatNumber, formatSize, formatTime, formatWhen } from './format.ts';
