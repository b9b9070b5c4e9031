import type { FailureCode } from '../domain/failure.ts';

const FOR_NOW: readonly FailureCode[] = ['server-unreachable', 'server-slow', 'server-error', 'server-busy', 'server-not-whence'];

/**
 * Whether asking again later, unchanged, may go well. A server that does not answer like one of ours
 * is among them: a hotel's sign-in page stands in front of every address until one has signed in.
 */
export const isForNow = (code: FailureCode): boolean => FOR_NOW.includes(code);
