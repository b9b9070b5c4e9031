import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 random bytes, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret. Secrets are random, so a plain SHA-256 can't be searched through. */
export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A secret that follows from another and a purpose, 32 bytes as base64url: made again it is the same, and it does not lead back. */
export const derivedSecret = (secret: string, purpose: string): string => createHmac('sha256', secret).update(purpose).digest('base64url');

/** What may stand after `Bearer` (RFC 6750, section 2.1: b64token). */
export const BEARER_TOKEN = /^[\w.~+/-]+=*$/;

/** Compared in a time that says nothing about either. */
export const isSameSecret = (one: string, other: string): boolean => timingSafeEqual(hashOf(one), hashOf(other));
