import { expect, it } from 'vitest';
import { addressAtMoment } from '../../domain/momentAddress.ts';

it.each([
  ['https://www.youtube.com/watch?v=abc', 'https://www.youtube.com/watch?v=abc&t=754s'],
  ['https://www.youtube.com/watch?v=abc&t=3s', 'https://www.youtube.com/watch?v=abc&t=754s'],
  ['https://youtu.be/abc', 'https://youtu.be/abc?t=754s'],
  ['https://vimeo.com/123456', 'https://vimeo.com/123456#t=754s'],
  [
    'https://video.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d',
    'https://video.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d?start=754s',
  ],
  ['https://en.wikipedia.org/w/index.php', 'https://en.wikipedia.org/w/index.php#t=754'],
  ['https://www.twitch.tv/videos/1', 'https://www.twitch.tv/videos/1?t=754s'],
  ['https://www.dailymotion.com/video/x1', 'https://www.dailymotion.com/video/x1?start=754'],
  ['https://a.example/talk.webm#t=2', 'https://a.example/talk.webm#t=754'],
  ['https://a.example/#/lesson/3', 'https://a.example/#/lesson/3'],
  ['not an address', 'not an address'],
])('%s starts at the time by %s', (address, expected) => {
  expect(addressAtMoment(address, 754.9)).toBe(expected);
});
