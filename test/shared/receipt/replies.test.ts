/** What a printer's bytes mean, and what they must never be taken for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requestProcessId } from '../../../shared/receipt/commands.ts';
import { type PrinterReply, processIdOf, replyReader } from '../../../shared/receipt/replies.ts';

function repliesTo(...bytes: readonly number[]): readonly PrinterReply[] {
  const read = replyReader();
  return bytes.flatMap((byte) => read(byte));
}

const ofId = (id: string) => [0x37, 0x22, ...Buffer.from(id, 'latin1'), 0x00];

describe('a printer’s answers', () => {
  test.each([
    ['all is well', [0x12], [{ kind: 'status', byte: 0x12 }]],
    ['the cover is open', [0x16], [{ kind: 'status', byte: 0x16 }]],
    ['there is paper', [0x00], [{ kind: 'paper', isOut: false }]],
    ['the roll is low', [0x03], [{ kind: 'paper', isOut: false }]],
    ['the roll has ended', [0x0c], [{ kind: 'paper', isOut: true }]],
    ['it is low and has ended', [0x0f], [{ kind: 'paper', isOut: true }]],
    ['the job ABCD is printed', ofId('ABCD'), [{ kind: 'processId', id: 'ABCD' }]],
    ['a byte that means nothing', [0x55], []],
    ['a pause of the line and paper', [0x13, 0x11, 0x00], [{ kind: 'paper', isOut: false }]],
    ['paper after a stray 37', [0x37, 0x00], [{ kind: 'paper', isOut: false }]],
  ] as const)('%s', (_what, bytes, replies) => {
    expect(repliesTo(...bytes)).toEqual(replies);
  });

  test.each([
    ['the zero that ends an id', ofId('ABCD')],
    ['the zeros inside a broken id', [0x37, 0x22, 0, 0, 0, 0, 0x55]],
    ['an id that is cut off', [0x37, 0x22, 0, 0]],
    ['the zeros of an automatic status', [0x10, 0, 0, 0]],
    ['an automatic status that is cut off', [0x10, 0, 0]],
  ] as const)('%s never say that there is paper', (_what, bytes) => {
    expect(repliesTo(...bytes).filter(({ kind }) => kind === 'paper')).toEqual([]);
  });

  test('of several in one breath are all heard, also a status right after a broken automatic one', () => {
    expect(repliesTo(...ofId('!!!!'), 0x12, 0x00, 0x10, 0x00, 0x16)).toEqual([
      { kind: 'processId', id: '!!!!' },
      { kind: 'status', byte: 0x12 },
      { kind: 'paper', isOut: false },
      { kind: 'status', byte: 0x16 },
    ]);
  });

  test('are the same however the cable cuts them, and no bytes at all make an id but its own seven', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 40 }), (bytes) => {
        const heard = repliesTo(...bytes).filter((reply) => reply.kind === 'processId');
        const text = Buffer.from(bytes).toString('latin1');
        for (const { id } of heard) expect(text).toContain(`\x37\x22${id}\x00`);
      }),
    );
  });
});

describe('the id of a job', () => {
  test('is asked for by GS ( H, function 48, with its four bytes', () => {
    expect([...requestProcessId('Ab1~')]).toEqual([
      0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, 0x41, 0x62, 0x31, 0x7e,
    ]);
    expect(() => requestProcessId('abc')).toThrow(RangeError);
    expect(() => requestProcessId('abcў')).toThrow(RangeError);
  });

  test('is four visible ASCII characters, the same for the same number, another for the next', () => {
    expect(processIdOf(0)).toBe('!!!!');
    expect(processIdOf(93)).toBe('~!!!');
    expect(processIdOf(94)).toBe('!"!!');
    fc.assert(
      fc.property(fc.nat(0xffff_ffff), (number) => {
        expect(processIdOf(number)).toMatch(/^[!-~]{4}$/);
        expect(processIdOf(number)).not.toBe(processIdOf(number + 1));
      }),
    );
  });
});
