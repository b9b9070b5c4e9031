import { crc32, deflateSync } from 'node:zlib';

const SIZE = { width: 240, height: 160 } as const;

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A PNG of a meadow under a sky: 240 × 160, its upper half blue, its lower half green. */
export function picture(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIZE.width, 0);
  head.writeUInt32BE(SIZE.height, 4);
  // eight bits a channel, red green blue
  head.set([8, 2], 8);
  const rows = Array.from({ length: SIZE.height }, (_, y) => {
    const colour = y < SIZE.height / 2 ? [90, 150, 220] : [70, 140, 60];
    return Buffer.from([0, ...Array.from({ length: SIZE.width }, () => colour).flat()]);
  });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
}
