const YOUTUBE = /^(?:(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com|youtu\.be)$/;
const VIMEO = /^(?:www\.|player\.)?vimeo\.com$/;
/** Twitch, Dailymotion. */
const BY_PARAMETER: Readonly<Record<string, string>> = {
  'www.twitch.tv': 't',
  'm.twitch.tv': 't',
  'www.dailymotion.com': 'start',
};
/** A watch page of PeerTube, on whichever server: its ids are UUIDs, long (36) or short (22). */
const PEERTUBE = /^\/(?:w|videos\/watch)\/[\w-]{20,36}$/;

/**
 * A page's address that starts its video at a time, in seconds. Each site has its own way; elsewhere it is a
 * media fragment (https://www.w3.org/TR/media-frags/, section 4.2.1), which a browser understands where the
 * address is the video's own. A fragment by which a single-page app routes is left alone.
 */
export function addressAtMoment(address: string, seconds: number): string {
  const target = URL.parse(address);
  if (!target) return address;
  const at = Math.floor(seconds);
  if (YOUTUBE.test(target.hostname)) target.searchParams.set('t', `${at}s`);
  else if (VIMEO.test(target.hostname)) target.hash = `t=${at}s`;
  else if (PEERTUBE.test(target.pathname)) target.searchParams.set('start', `${at}s`);
  else {
    const parameter = BY_PARAMETER[target.hostname];
    if (parameter) target.searchParams.set(parameter, parameter === 't' ? `${at}s` : String(at));
    else if (!/^#!?\//.test(target.hash)) target.hash = `t=${at}`;
  }
  return target.href;
}
