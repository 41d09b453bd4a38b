import { expect, test } from 'vitest';
import { mostPhotoBytes, readPhoto } from '../../../shared/customer/photo.ts';

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpeg = [0xff, 0xd8, 0xff, 0xe0];

function bytes(beginning: readonly number[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  all.set(beginning);
  return all;
}

test('a PNG and a JPEG are known by how they begin', () => {
  expect(readPhoto(bytes(png, 100))).toEqual({ kind: 'png' });
  expect(readPhoto(bytes(jpeg, 100))).toEqual({ kind: 'jpeg' });
});

test('a GIF, a page of text and nothing at all are no photos', () => {
  for (const beginning of [[0x47, 0x49, 0x46, 0x38], [0x3c, 0x68, 0x74, 0x6d], []]) {
    expect(readPhoto(bytes(beginning, beginning.length))).toMatchObject({ refused: 'PhotoNotUnderstood' });
  }
  expect(readPhoto(bytes(png.slice(0, 7), 7))).toMatchObject({ refused: 'PhotoNotUnderstood' });
});

test('two hundred thousand bytes are kept, one more is not', () => {
  expect(readPhoto(bytes(jpeg, mostPhotoBytes))).toEqual({ kind: 'jpeg' });
  expect(readPhoto(bytes(jpeg, mostPhotoBytes + 1))).toMatchObject({ refused: 'PhotoTooLarge' });
});
