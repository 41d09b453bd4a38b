import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockSchema, pictureBlock, rowsOfPicture } from '../../../shared/receipt/blocks.ts';
import { layOut } from '../../../shared/receipt/layout.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';

test('a picture with much white is kept as runs: how often, and which byte', () => {
  expect(pictureBlock({ widthDots: 48, heightDots: 1, bitsHex: '0000000000ff' })).toEqual({
    kind: 'image',
    widthDots: 48,
    heightDots: 1,
    bitsHex: '050001ff',
    encoding: 'runs',
  });
});

test('a picture that runs would only make longer is kept as it is', () => {
  expect(pictureBlock({ widthDots: 32, heightDots: 1, bitsHex: '12345678' })).toEqual({
    kind: 'image',
    widthDots: 32,
    heightDots: 1,
    bitsHex: '12345678',
  });
});

const picture = fc
  .record({ rowBytes: fc.integer({ min: 1, max: 72 }), heightDots: fc.integer({ min: 1, max: 40 }) })
  .chain(({ rowBytes, heightDots }) =>
    fc
      .array(fc.constantFrom('00', 'ff', 'a5'), {
        minLength: rowBytes * heightDots,
        maxLength: rowBytes * heightDots,
      })
      .map((bytes) => ({ widthDots: rowBytes * 8, heightDots, bitsHex: bytes.join('') })),
  );

test('whatever way it is kept, every dot of a picture comes back, and the border lets it through', () => {
  fc.assert(
    fc.property(picture, (made) => {
      const block = pictureBlock(made);
      expect(rowsOfPicture(block)).toBe(made.bitsHex);
      expect(blockSchema.safeParse(block).success).toBe(true);
      expect(layOut([block], printerProfiles.epson80)).toEqual([{ kind: 'image', ...made }]);
    }),
    { numRuns: 50 },
  );
});

test('a picture whose runs are not all of its rows is refused', () => {
  const image = { kind: 'image', widthDots: 8, heightDots: 4, encoding: 'runs' };
  expect(blockSchema.safeParse({ ...image, bitsHex: '0400' }).success).toBe(true);
  for (const bitsHex of ['0300', '0500', '04', '040', '0000']) {
    expect(blockSchema.safeParse({ ...image, bitsHex }).success, bitsHex).toBe(false);
  }
});
