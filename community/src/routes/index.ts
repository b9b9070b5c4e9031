import type { Door } from '../door.ts';
import { create } from './create.ts';
import { health } from './health.ts';
import { invite } from './invite.ts';
import { join } from './join.ts';
import { leave } from './leave.ts';
import { live } from './live.ts';
import { look } from './look.ts';
import { members } from './members.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';

/** Every door, in the order of the document. */
export const DOORS: readonly Door[] = [health, create, look, join, invite, members, leave, push, pull, live];
