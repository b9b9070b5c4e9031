import type { Logger } from 'pino';

/** What this server asks of a log. Never given a token, an invite's secret, or a member's words. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
