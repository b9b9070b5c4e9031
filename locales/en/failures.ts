import type { Failure, FailureCode } from '../../domain/failure.ts';
import { formatNumber, formatSize } from '../format.ts';

type Detail = NonNullable<Failure['detail']>;
type Told = { readonly sentence: string; readonly next: string };

/** The detail's value, or the words that stand in for it when the failure came without. */
const or = (value: string | number | undefined, otherwise: string): string => {
  if (typeof value === 'number') return formatNumber(value);
  return value?.trim() || otherwise;
};

const keptLimit = (limit: string | number | undefined): string =>
  limit ? `the ${or(limit, '')} characters that Whence keeps` : 'Whence keeps';

/** "This why has 20,001 characters; a community takes 20,000." */
const tooLongToShare = (what: string, { length, limit }: Detail): string =>
  length && limit
    ? `This ${what} has ${or(length, '')} characters; a community takes ${or(limit, '')}.`
    : `This ${what} is too long to share.`;

/** `sentence` says what happened, `next` what to do, and that nothing is lost where that is so. */
export const failures: Readonly<Record<FailureCode, (detail: Detail) => Told>> = {
  'background-gone': () => ({
    sentence: 'Whence did not answer.',
    next: 'Try again. If it stays silent, reload the extension or restart the browser; what you kept stays on this device.',
  }),
  'bad-message': () => ({
    sentence: 'Two parts of Whence did not understand each other, most likely after an update.',
    next: 'Reload this page and try again. What you kept is safe.',
  }),
  'not-allowed': () => ({
    sentence: 'That can’t be done from here.',
    next: 'Open Whence from its button in the toolbar and do it there.',
  }),
  'database-blocked': () => ({
    sentence: 'Another Whence window is holding the library while it updates.',
    next: 'Close other Whence tabs and windows, then try again. Nothing is lost.',
  }),
  'database-newer': () => ({
    sentence: 'Your library was written by a newer version of Whence.',
    next: 'Update the extension, then open it again. Your library was left untouched.',
  }),
  'quota-exceeded': () => ({
    sentence: 'This device has no room left for Whence.',
    next: 'Copy what you wrote, free some disk space, then try again. What was kept before is still here.',
  }),
  'database-failed': ({ problem }) => ({
    sentence: !problem
      ? 'The library could not be read or written.'
      : `The library could not be read or written (${or(problem, 'no details')}).`,
    next: 'Try again. If it keeps failing, copy what you wrote and restart the browser.',
  }),
  'not-found': () => ({
    sentence: 'This is no longer here.',
    next: 'It may have been deleted in another window. Go back to the list.',
  }),

  'page-closed-to-extensions': () => ({
    sentence: 'The browser lets no extension run on this page.',
    next: 'Nothing was kept from here. Copy what you need: on any web page you can paste it into a why.',
  }),
  'page-did-not-answer': () => ({
    sentence: 'The page did not answer Whence.',
    next: 'Reload the page and try again; a page opened before Whence was installed needs that once.',
  }),
  'page-not-shareable': () => ({
    sentence: 'This page’s address only works on your device, so others could not open it.',
    next: 'Your clip stays here. To share it, clip the same passage from a web address.',
  }),

  'page-not-the-clips': () => ({
    sentence: 'The page in front is not the one that this was clipped from.',
    next: 'Open the clip’s page, select the passage there, and attach it again.',
  }),
  'nothing-selected': () => ({
    sentence: 'Nothing is selected in the page.',
    next: 'Select the passage in the page first, then press Attach here.',
  }),
  'passage-not-there': () => ({
    sentence: 'The page has changed again since.',
    next: 'Look at it once more: your clip is as it was.',
  }),

  'pdf-not-allowed': ({ site }) => ({
    sentence: `Whence may not read PDFs of ${or(site, 'this site')} yet.`,
    next: 'Allow it, or save the PDF and choose the file. It is read on this device and goes nowhere.',
  }),
  'pdf-out-of-reach': ({ site }) => ({
    sentence: `The PDF could not be fetched from ${or(site, 'its site')}.`,
    next: 'Check your connection; or save the PDF, and choose the file here.',
  }),
  'pdf-not-there': ({ site, status }) => ({
    sentence: `${or(site, 'The site')} did not give out this PDF${status ? ` (it answered ${or(status, '')})` : ''}.`,
    next: 'Open its address in a tab: it may ask you to log in. A PDF that you saved can be chosen here.',
  }),
  'pdf-too-large': ({ limit }) => ({
    sentence:
      typeof limit === 'number'
        ? `This PDF is larger than the ${formatSize(limit)} that Whence opens.`
        : 'This PDF is too large for Whence.',
    next: 'Open it in the browser’s own viewer: a passage can be clipped there by the context menu, without its place.',
  }),
  'pdf-unreadable': () => ({
    sentence: 'This is no PDF, or a broken one.',
    next: 'Open it in the browser’s own viewer to see what it is.',
  }),
  'pdf-locked': () => ({
    sentence: 'This PDF is locked with a password.',
    next: 'Open it in the browser’s own viewer, which asks for it. A passage can be clipped there by the context menu, without its place.',
  }),
  'picture-not-allowed': () => ({
    sentence: 'The browser gave no picture of this.',
    next: 'Its address and words are kept. Choose it by its menu or the button in the toolbar to let Whence see it.',
  }),
  'picture-too-large': () => ({
    sentence: 'This picture is larger than Whence keeps.',
    next: 'Its address and words are kept. Clip the part that matters as a region.',
  }),

  'why-too-long': ({ limit }) => ({
    sentence: `This why is longer than ${keptLimit(limit)}.`,
    next: 'Shorten it a little. Nothing you typed is cut off.',
  }),
  'why-too-long-to-share': (detail) => ({
    sentence: tooLongToShare('why', detail),
    next: 'Shorten the why, then share again. The clip on your device stays as it is until you do.',
  }),
  'question-too-long': ({ limit }) => ({
    sentence: `This question is longer than ${keptLimit(limit)}.`,
    next: 'Say the decision in one question, and put the rest into the why.',
  }),
  'quote-too-long-to-share': (detail) => ({
    sentence: tooLongToShare('quote', detail),
    next: 'Clip the part that matters and share that one. This clip stays on your device.',
  }),
  'searches-full': ({ limit }) => ({
    sentence: `${limit ? or(limit, '') : 'As many'} searches are saved already, and there is room for no more.`,
    next: 'Forget one that you no longer need, then save this one.',
  }),
  'name-missing': () => ({ sentence: 'A name is missing.', next: 'Write one; it can be changed later.' }),

  'server-unreachable': ({ host }) => ({
    sentence: `${or(host, 'The server')} can’t be reached.`,
    next: 'Check your connection. What you shared waits on this device and is sent by itself.',
  }),
  'server-slow': ({ host }) => ({
    sentence: `${or(host, 'The server')} took too long to answer.`,
    next: 'Whence tries again by itself; nothing is lost, and nothing is sent twice.',
  }),
  'server-error': ({ host }) => ({
    sentence: `Something broke on ${or(host, 'the server')}.`,
    next: 'Whence tries again by itself. If it goes on for long, tell whoever runs the server.',
  }),
  'server-not-whence': ({ host }) => ({
    sentence: `${or(host, 'This address')} answered, but not like a Whence server.`,
    next: 'Check the address. Behind a company login or on a hotel network, open the address in a tab first.',
  }),
  'server-busy': ({ host }) => ({
    sentence: `${or(host, 'The server')} is busy right now.`,
    next: 'Whence waits a little and tries again by itself.',
  }),
  'address-not-a-server': () => ({
    sentence: 'That doesn’t look like a server’s address.',
    next: 'Write it like whence.example.org.',
  }),
  'address-insecure': ({ host }) => ({
    sentence: `${or(host, 'That server')} would be reached without encryption.`,
    next: 'Use an address that begins with https. Plain http is for this computer only.',
  }),

  'invite-not-a-link': () => ({
    sentence: 'That isn’t a whole invite link.',
    next: 'Copy the link again, from https to its very end; some mail programs cut it in two.',
  }),
  'invite-wrong': () => ({
    sentence: 'This invite doesn’t open anything.',
    next: 'It was mistyped or withdrawn. Ask for a new link.',
  }),
  'invite-used-up': () => ({
    sentence: 'This invite was used as often as it allows.',
    next: 'Ask whoever sent it for a new link.',
  }),
  'invite-expired': () => ({ sentence: 'This invite has expired.', next: 'Ask whoever sent it for a new link.' }),
  'not-a-member': ({ community }) => ({
    sentence: `This device is no longer a member of ${or(community, 'this community')}.`,
    next: 'What was synced stays readable. To take part again, ask for a new invite.',
  }),
  'role-too-low': () => ({
    sentence: 'Your role in this community doesn’t allow that.',
    next: 'Ask a moderator or leader. What you wrote stays on this device.',
  }),
  'post-gone': () => ({
    sentence: 'This post was removed from the community.',
    next: 'Copy what you wrote if you want to use it elsewhere.',
  }),
  'already-joined': ({ community }) => ({
    sentence: `You are already a member of ${or(community, 'this community')}.`,
    next: 'Open it under Community.',
  }),
  refused: ({ sentence }) => ({
    sentence: !sentence
      ? 'The community’s server did not take this.'
      : `The community’s server did not take this: ${or(sentence, 'it gave no reason')}`,
    next: 'Change it and share again, or leave it: your clip stays on this device.',
  }),
  'mutation-conflict': () => ({
    sentence: 'The server already has something different under this name.',
    next: 'Discard this one and share the clip again.',
  }),
  'creation-key-wrong': ({ host }) => ({
    sentence: `${or(host, 'The server')} doesn’t know this creation key.`,
    next: 'Ask whoever runs the server for the key, and paste it whole.',
  }),
};
