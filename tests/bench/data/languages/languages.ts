import { chinese, hindi, japanese, thai } from './asian.ts';
import { arabic, hebrew, russian } from './cyrillicAndSemitic.ts';
import { english, french, german, spanish } from './latin.ts';
import type { Language } from './language.ts';

export const LANGUAGES: readonly [Language, ...Language[]] = [
  english,
  french,
  german,
  spanish,
  russian,
  arabic,
  hebrew,
  chinese,
  japanese,
  thai,
  hindi,
];
