import { fail, ok, type Result } from './failure.ts';

/** An invite link taken apart: `https://whence.example/join/<community>#<secret>`. The secret stays out of every request line. */
export interface InviteLink {
  readonly server: string;
  readonly communityId: string;
  readonly secret: string;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const PATH = new RegExp(`^(.*)/join/(${UUID.source})/?$`, 'i');

/** The two names that the extension's own policy lets plain http go to (wxt.config.ts). */
const isLoopback = (host: string): boolean => host === 'localhost' || host === '127.0.0.1';

/** A server's address as typed → its base address without a closing slash. Plain http is for this machine only. */
export function parseServer(typed: string): Result<string> {
  const address = URL.parse(/^[a-z]+:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`);
  if (!address || !/^https?:$/.test(address.protocol) || address.username || !address.hostname) return fail('address-not-a-server');
  if (address.protocol === 'http:' && !isLoopback(address.hostname)) return fail('address-insecure', { host: address.host });
  return ok((address.origin + address.pathname).replace(/\/+$/, ''));
}

/** An invite link as pasted, with what mail programs put around it. */
export function parseInvite(pasted: string): Result<InviteLink> {
  const found = /https?:\/\/[^\s<>"']+/i.exec(pasted);
  const address = found && URL.parse(found[0].replace(/[).,;]+$/, ''));
  if (!address) return fail('invite-not-a-link');
  const path = PATH.exec(address.pathname);
  const secret = address.hash.slice(1);
  if (!path?.[2] || !/^[\w-]{43}$/.test(secret)) return fail('invite-not-a-link');
  const server = parseServer(address.origin + (path[1] ?? ''));
  return server.ok ? ok({ server: server.value, communityId: path[2].toLowerCase(), secret }) : server;
}

export const inviteLink = ({ server, communityId, secret }: InviteLink): string => `${server}/join/${communityId}#${secret}`;
