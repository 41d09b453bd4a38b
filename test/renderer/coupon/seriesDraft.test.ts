import { describe, expect, test } from 'vitest';
import { rangeTyped, rangeWritten } from '../../../renderer/coupon/codeRangeTyped.ts';
import {
  benefitKinds,
  benefitOf,
  draftOf,
  fitting,
  newSeries,
  type SeriesDraft,
  seriesDraftSchema,
} from '../../../renderer/coupon/seriesDraft.ts';
import { basisPoints, som } from '../../../shared/money.ts';

const named: SeriesDraft = { ...newSeries, name: { uz: 'Kuzgi kupon' } };
const withContent = (patch: Partial<SeriesDraft['content']>): SeriesDraft => ({
  ...named,
  content: { ...named.content, ...patch },
});

/** Where the form says that something is wrong. */
function wrongFields(draft: SeriesDraft): readonly string[] {
  const parsed = seriesDraftSchema.safeParse(draft);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
}

describe('the form of a coupon series', () => {
  test('begins with a coupon that can be saved as soon as it has a name', () => {
    expect(wrongFields(newSeries)).toEqual(['name']);
    expect(seriesDraftSchema.parse(named).content).toMatchObject({
      benefit: { kind: 'amount', amountSom: 5_000 },
      minimumSom: 50_000,
      validity: { kind: 'days', days: 14 },
      conditions: null,
    });
  });

  test.each([
    [{ benefit: { kind: 'amount', amountSom: null } }, 'content.benefit.amountSom'],
    [{ benefit: { kind: 'bonus', bonusSom: som(0) } }, 'content.benefit.bonusSom'],
    [
      { benefit: { kind: 'percent', rateBasisPoints: null, atMostSom: null } },
      'content.benefit.rateBasisPoints',
    ],
    [{ validity: { kind: 'days', days: 0 } }, 'content.validity.days'],
    [{ validity: { kind: 'between', from: '2026-11-01', to: null } }, 'content.validity.to'],
    [{ minimumSom: null }, 'content.minimumSom'],
    [{ usesPerCoupon: 0 }, 'content.usesPerCoupon'],
  ] as const)('%j is told at its own field', (patch, field) => {
    expect(wrongFields(withContent(patch))).toEqual([field]);
  });

  test('a gift of no goods is told at the gift', () => {
    const [first] = wrongFields(withContent({ benefit: benefitOf('gift') }));
    expect(first).toMatch(/^content\.benefit\.of/);
  });

  test('the last day before the first is told at the days', () => {
    const backwards = withContent({ validity: { kind: 'between', from: '2026-11-09', to: '2026-11-01' } });
    expect(wrongFields(backwards)).toEqual(['content.validity']);
  });

  test('a step without its sum is told at that step, and steps must rise', () => {
    const steps = benefitOf('sumSteps');
    expect(wrongFields(withContent({ benefit: steps }))).toContain('content.benefit.steps.1.fromSom');
    const step = {
      kind: 'percent',
      fromSom: som(100),
      rateBasisPoints: basisPoints(500),
      amountSom: null,
    } as const;
    const level = withContent({ benefit: { kind: 'sumSteps', steps: [step, step] } });
    expect(wrongFields(level)).toEqual(['content.benefit.steps']);
  });

  test('what was saved opens as it was typed', () => {
    for (const kind of benefitKinds.filter(
      (each) => each === 'percent' || each === 'amount' || each === 'bonus',
    )) {
      const draft = withContent({ benefit: benefitOf(kind) });
      const { seriesId: _, ...saved } = seriesDraftSchema.parse(draft);
      const row = {
        ...saved,
        id: 'a',
        sentence: {},
        partnerName: null,
        issued: 0,
        redeemed: 0,
        spentSom: som(0),
      };
      expect(draftOf(row)).toEqual({ ...draft, seriesId: 'a' });
    }
  });
});

describe('choices that do not go together are put right', () => {
  const partnered: SeriesDraft = { ...named, partnerId: 'p' };

  test('without a partner the shop’s own codes are used here at its own cost', () => {
    const left = fitting({
      ...withContent({
        codes: { kind: 'list' },
        usedAt: 'partner',
        partnerBearsBasisPoints: basisPoints(5000),
      }),
      partnerId: null,
    });
    expect(left.content).toMatchObject({
      codes: { kind: 'own' },
      usedAt: 'here',
      partnerBearsBasisPoints: 0,
    });
  });

  test('a partner’s codes that are used here come from no receipt and belong to whoever holds them', () => {
    const fitted = fitting({ ...partnered, content: { ...partnered.content, codes: { kind: 'list' } } });
    expect(fitted.content).toMatchObject({ giving: { kind: 'byHand' }, holding: 'bearer' });
  });

  test('a partner’s codes for the partner’s shop may come with our receipts', () => {
    const content = { ...partnered.content, codes: { kind: 'list' }, usedAt: 'partner' } as const;
    expect(fitting({ ...partnered, content }).content.giving).toEqual({ kind: 'everySale', fromSom: 50_000 });
  });
});

describe('a range of codes', () => {
  test.each([
    ['AB000100', 'AB000999', { kind: 'range', prefix: 'AB', digits: 6, first: 100, last: 999 }],
    ['ab 000100', 'AB000999', { kind: 'range', prefix: 'AB', digits: 6, first: 100, last: 999 }],
    ['0001', '0500', { kind: 'range', prefix: '', digits: 4, first: 1, last: 500 }],
    ['A-2026-001', 'A-2026-300', { kind: 'range', prefix: 'A-2026-', digits: 3, first: 1, last: 300 }],
    ['AB100', 'AB000999', null],
    ['AB000999', 'AB000100', null],
    ['AB000100', 'AC000999', null],
    ['', 'AB000999', null],
    ['ABC', 'ABD', null],
  ])('%s to %s', (firstCode, lastCode, range) => {
    expect(rangeTyped({ firstCode, lastCode })).toEqual(range);
  });

  test('stands in the form as it was typed', () => {
    const range = rangeTyped({ firstCode: 'AB000100', lastCode: 'AB000999' });
    if (range === null) throw new Error('the two belong together');
    expect(rangeWritten(range)).toEqual({ kind: 'range', firstCode: 'AB000100', lastCode: 'AB000999' });
  });
});
