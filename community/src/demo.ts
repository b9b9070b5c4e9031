import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { parseInvite } from '../../domain/invite.ts';
import { Invite, Joined, Pushed, type Mutation } from '../../domain/wire.ts';
import { CannotStart } from './cannotStart.ts';
import { COMMUNITY, PEOPLE, POSTS, type Person } from './demo/content.ts';
import { derivedSecret } from './secrets.ts';

interface DemoOptions {
  /** The server's address, without a closing slash. */
  readonly baseUrl: string;
  readonly creationKey: string;
}

/** The same id for the same name, in every run: seeding again changes nothing. */
function idFor(name: string): string {
  const hex = createHash('sha256').update(`whence demo ${name}`).digest('hex');
  // the marks of a UUID made of a name (RFC 9562, version 8)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Make the demo community, as devices would do it: over HTTP, each request safe to repeat. Answers
 * an invite link that was made just now. Throws CannotStart when another creation key made it, else
 * with the server's sentence if it refuses.
 */
export async function seedDemo({ baseUrl, creationKey }: DemoOptions): Promise<{ readonly communityId: string; readonly invite: string }> {
  const communityId = idFor('community');
  const home = `${baseUrl}/communities/${communityId}`;

  const post = async <T>(address: string, token: string, body: unknown, answer: v.GenericSchema<unknown, T>): Promise<T> => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    // its members' tokens follow from the key, so that under another one they are strangers
    if (response.status === 409 && token === creationKey)
      throw new CannotStart(
        'The demo community here was made with another creation key.',
        'Start with that key, or with --data and an empty folder, to have an invite to it.',
      );
    if (!response.ok) throw new Error(`The demo community can't be made: ${await response.text()}`);
    return v.parse(answer, await response.json());
  };
  // known to the operator only, as it follows from the creation key
  const tokenOf = (person: Person): string => derivedSecret(creationKey, `demo ${person}`);
  const makeInvite = async (inviteId: string): Promise<string> =>
    (await post(`${home}/invites`, tokenOf(PEOPLE[0]), { inviteId, uses: 1_000, days: 30 }, Invite)).link;
  const push = async (person: Person, mutation: Mutation): Promise<void> => {
    const { results } = await post(`${home}/push`, tokenOf(person), { clientId: idFor(person), mutations: [mutation] }, Pushed);
    // a post that a visitor's moderation removed stays removed
    for (const result of results)
      if (result.outcome === 'refused' && result.code !== 'post-gone')
        throw new Error(`The demo community can't be made: ${result.sentence}`);
  };

  const [founder, ...others] = PEOPLE;
  const memberOf = (person: Person): object => ({ memberId: idFor(person), memberName: person, token: tokenOf(person) });
  await post(`${baseUrl}/communities`, creationKey, { communityId, ...COMMUNITY, ...memberOf(founder) }, Joined);
  const invite = parseInvite(await makeInvite(idFor('first invite')));
  if (!invite.ok) throw new Error('The server made an invite that is not one.');
  for (const person of others) await post(`${home}/join`, '', { secret: invite.value.secret, ...memberOf(person) }, Joined);

  for (const [place, { by, body, replies, reliedOnBy }] of POSTS.entries()) {
    const postId = idFor(`post ${place}`);
    await push(by, { type: 'post', id: idFor(`share ${place}`), postId, body });
    for (const [turn, reply] of replies.entries()) {
      const name = `reply ${place} ${turn}`;
      await push(reply.by, {
        type: 'post',
        id: idFor(`send ${name}`),
        postId: idFor(name),
        threadId: postId,
        body: { kind: 'note', text: reply.text },
      });
    }
    for (const person of reliedOnBy)
      await push(person, { type: 'react', id: idFor(`relied ${place} ${person}`), postId, reaction: 'relied', on: true });
  }
  return { communityId, invite: await makeInvite(crypto.randomUUID()) };
}
