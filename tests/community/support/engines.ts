import { existsSync, readdirSync } from 'node:fs';
import type { Engine } from '../../../community/src/postgres/binaries.ts';

const hasSystem = existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').some((major) => Number(major) >= 15);

/** The suite runs on each engine that this machine has; npm's is always there. */
export const engines: readonly Engine[] = hasSystem ? ['system', 'npm'] : ['npm'];
