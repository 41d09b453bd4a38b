import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answersOf,
  type CalibrationDraft,
  calibrationSteps,
  emptyDraft,
  isAnswered,
  linesOf,
} from '../../../renderer/receipt/calibrationSteps.ts';

const answered: CalibrationDraft = {
  ...emptyDraft,
  status: 'realTime',
  linesTyped: '3',
  width: 48,
  codes: 'all',
  didCut: true,
  drawer: 0,
};

describe('the number of the readable line', () => {
  test.each([
    ['3', [3]],
    ['1, 4', [1, 4]],
    ['41', [1, 4]],
    ['4 4', [4]],
    ['9', []],
    ['', []],
  ])('typed as %j', (typed, lines) => {
    expect(linesOf(typed)).toEqual(lines);
  });

  test('any typing names only lines that are on the slip', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        for (const line of linesOf(typed)) expect([1, 2, 3, 4, 5, 6, 7]).toContain(line);
      }),
    );
  });
});

describe('the steps', () => {
  test('go in the order of the paper', () => {
    expect(calibrationSteps).toEqual(['print', 'letters', 'width', 'codes', 'cut', 'drawer', 'summary']);
  });

  test('nothing is taken for answered before somebody answered it', () => {
    const open = calibrationSteps.filter((step) => !isAnswered(step, emptyDraft));
    expect(open).toEqual(['letters', 'width', 'codes', 'cut', 'drawer']);
    expect(answersOf(emptyDraft)).toBeNull();
  });

  test.each([
    ['linesTyped', ''],
    ['width', null],
    ['codes', null],
    ['didCut', null],
    ['drawer', null],
  ] as const)('without %s there is no profile', (field, nothing) => {
    expect(answersOf({ ...answered, [field]: nothing })).toBeNull();
  });

  test('everything answered becomes what the rule takes', () => {
    expect(answersOf(answered)).toEqual({
      readableLines: [3],
      width: 48,
      barcodesCame: true,
      qrCame: true,
      pictureCame: true,
      didCut: true,
      drawerPin: 0,
      status: 'realTime',
    });
  });

  test('that no line reads counts more than a number typed before', () => {
    expect(answersOf({ ...answered, noneReads: true })?.readableLines).toEqual([]);
    expect(isAnswered('letters', { ...emptyDraft, noneReads: true })).toBe(true);
  });

  test('of the codes only what was ticked came out', () => {
    const some = { ...answered, codes: 'some', qrCame: true } as const;
    expect(answersOf(some)).toMatchObject({ barcodesCame: false, qrCame: true, pictureCame: false });
  });

  test('a drawer that did not open is none', () => {
    expect(answersOf({ ...answered, drawer: 'none' })?.drawerPin).toBeNull();
    expect(answersOf({ ...answered, drawer: 1 })?.drawerPin).toBe(1);
  });
});
