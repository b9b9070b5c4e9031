import { afterEach, expect, test } from 'vitest';
import { describeMoment, findVideo } from '../../capture/moment.ts';
import { one } from '../page/present.ts';

afterEach(() => document.body.replaceChildren());

test('without a hint it is the largest video', () => {
  document.body.innerHTML = '<video width="10" height="10"></video><video id="large" width="300" height="200"></video>';
  expect(findVideo(document, undefined, undefined)?.id).toBe('large');
});

test('the one that was pressed on, or whose controls were, comes first', () => {
  document.body.innerHTML =
    '<video width="300" height="200"></video><div><video id="small" width="10" height="10"></video><button>play</button></div>';
  expect(findVideo(document, undefined, one('#small'))?.id).toBe('small');
  expect(findVideo(document, undefined, one('button'))?.id).toBe('small');
});

test('a page without a video has none', () => {
  expect(findVideo(document, undefined, undefined)).toBeUndefined();
});

test('a moment has its time, the address that starts there, and the headings above it', () => {
  document.body.innerHTML = '<h1>Talks</h1><video></video>';
  const video = one<HTMLVideoElement>('video');
  Object.defineProperty(video, 'currentTime', { value: 754.26 });
  Object.defineProperty(video, 'duration', { value: 3_600 });
  expect(describeMoment(document, video, 'https://www.youtube.com/watch?v=abc')).toEqual({
    media: { seconds: 754.3, duration: 3_600, address: 'https://www.youtube.com/watch?v=abc&t=754s' },
    context: { headings: ['Talks'] },
  });
});

test('a broadcast has no length, and subtitles that are shown are its words', () => {
  document.body.innerHTML = '<video></video>';
  const video = one<HTMLVideoElement>('video');
  Object.defineProperty(video, 'duration', { value: Number.POSITIVE_INFINITY });
  const track = video.addTextTrack('subtitles');
  track.mode = 'showing';
  track.addCue(new VTTCue(0, 10, 'A <i>meadow</i> is made once'));
  Object.defineProperty(track, 'activeCues', { value: track.cues });
  const moment = describeMoment(document, video, 'https://a.example/talk');
  expect(moment.media).not.toHaveProperty('duration');
  expect(moment.quote).toBe('A meadow is made once');
});
