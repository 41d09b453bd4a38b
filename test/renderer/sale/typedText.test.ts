import { describe, expect, it } from 'vitest';
import { isBounce, kindOfText } from '../../../renderer/sale/typedText.ts';
import { newCode } from '../../../shared/code.ts';

describe('what is typed into the one field', () => {
  it.each(['4780012345676', '1042', '90 123-45-67', '+998 90 123 45 67', 'AB-1234'])(
    '%s is a code',
    (text) => {
      expect(kindOfText(text)).toBe('code');
    },
  );

  it('is a code when it is one of our own, in any case and spacing', () => {
    const code = newCode('K', Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(kindOfText(code)).toBe('code');
    expect(kindOfText(`${code.slice(0, 5)} ${code.slice(5)}`.toLowerCase())).toBe('code');
  });

  it.each(['non', 'сут 3,2', "ko'k choy", 'Coca-Cola', 'COCA', 'RC COLA', 'n'])('%s is a name', (text) => {
    expect(kindOfText(text)).toBe('name');
  });

  it('is nothing while it is empty', () => {
    expect(kindOfText('  ')).toBe('empty');
  });
});

describe('a scanner whose trigger bounces', () => {
  const first = { text: '4780012345676', atMs: 1000 };
  it('counts once within 400 ms', () => {
    expect(isBounce(first, { text: '4780012345676', atMs: 1399 })).toBe(true);
    expect(isBounce(first, { text: '4780012345676', atMs: 1400 })).toBe(false);
  });
  it('never swallows another code', () => {
    expect(isBounce(first, { text: '4780012345677', atMs: 1001 })).toBe(false);
    expect(isBounce(null, first)).toBe(false);
  });
});
