/** The shop's logo on a real file: kept, shown, replaced, taken away, and refused when it is no picture. */
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { logo, saveLogo } from '../../../electron/shop/logo.ts';
import { journalOf, startedWorld } from './world.ts';

/** A picture whose head says its size; the rest does not matter to the till. */
function pngOf(width: number, height: number): string {
  const head = Buffer.alloc(25);
  head.writeUInt32BE(13, 0);
  head.write('IHDR', 4, 'latin1');
  head.writeUInt32BE(width, 8);
  head.writeUInt32BE(height, 12);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, head, deflateSync(Buffer.alloc(16))]).toString('base64');
}

async function world() {
  const shop = await startedWorld();
  const save = (png: string | null, window = 'office') =>
    shop.ask(saveLogo, { intentionId: shop.newId(), png }, window);
  return { ...shop, save, kept: async () => (await shop.must(logo, {}, 'office')).logo };
}

test('a new shop has no logo, then the one that the owner chose, then another, then none', async () => {
  const shop = await world();
  expect(await shop.kept()).toBeNull();
  await shop.save(pngOf(600, 300));
  expect(await shop.kept()).toEqual({ png: pngOf(600, 300), width: 600, height: 300 });
  await shop.save(pngOf(64, 64));
  expect(await shop.kept()).toMatchObject({ width: 64, height: 64 });
  await shop.save(null);
  expect(await shop.kept()).toBeNull();
  expect(
    (await journalOf(shop)).map((line) => line.kind).filter((kind) => kind === 'logoChanged'),
  ).toHaveLength(3);
});

test('what is no picture, or too large a one, is refused and the old logo stays', async () => {
  const shop = await world();
  await shop.save(pngOf(600, 300));
  const text = Buffer.from('this is a long text and no picture at all').toString('base64');
  expect(await shop.save(text)).toMatchObject({ code: 'LogoNotReadable' });
  expect(await shop.save(pngOf(1201, 10))).toMatchObject({ code: 'LogoTooLarge', data: { mostDots: 1200 } });
  expect(await shop.save(pngOf(0, 10))).toMatchObject({ code: 'LogoNotReadable' });
  expect(await shop.kept()).toMatchObject({ width: 600 });
});
