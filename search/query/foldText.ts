import { fold } from '../words.ts';

/** Names and tags as they are compared: without case and accents, one space between words, whatever their length. */
export const foldText = (text: string): string => text.trim().split(/\s+/).map(fold).join(' ');
