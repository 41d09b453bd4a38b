/** What the form shows of a promotion and what it saves: nothing is lost on the way there and back. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { benefitGroups } from '../../../renderer/promotion/benefitForm.ts';
import { conditionGroups } from '../../../renderer/promotion/conditionForm.ts';
import {
  blankForm,
  checkedForm,
  formOf,
  placeOfFault,
  timeRow,
  withTimeRow,
} from '../../../renderer/promotion/promotionForm.ts';
import type { Promotion } from '../../../shared/promotion/promotion.ts';
import {
  anyCondition,
  anyScope,
  benefitsOfLevel,
  conditionFields,
  conditionKinds,
  kindsOfLevel,
  promotionOf,
} from './everyPromotion.ts';

const levels = ['product', 'basket', 'reward'] as const;
const tenPercent = benefitsOfLevel.product.percent ?? {};

const thereAndBack = (promotion: Promotion) => checkedForm(formOf(promotion)).promotion;

const withCondition = (condition: unknown) =>
  promotionOf('product', 'percent', tenPercent, { conditions: [condition] });

describe('opening a promotion and saving it untouched changes nothing', () => {
  const all = levels.flatMap((level) => kindsOfLevel[level].map((kind) => ({ level, kind })));

  test.each(all)('$level benefit $kind', ({ level, kind }) => {
    const benefit = benefitsOfLevel[level][kind];
    expect(benefit).toBeDefined();
    const promotion = promotionOf(level, kind, benefit ?? {});
    expect(thereAndBack(promotion)).toEqual(promotion);
  });

  test.each(conditionKinds)('condition %s, plain, turned around and grouped', (kind) => {
    const plain = { kind, ...conditionFields[kind] };
    const turned = { kind: 'not', condition: plain };
    const group = { kind: 'any', conditions: [plain, turned] };
    for (const condition of [plain, turned, group, { kind: 'not', condition: group }]) {
      const promotion = withCondition(condition);
      expect(thereAndBack(promotion)).toEqual(promotion);
    }
  });

  test('limits, days, priority and the way it combines', () => {
    const promotion = promotionOf('product', 'percent', tenPercent, {
      from: '2026-12-01',
      to: '2026-12-31',
      priority: -3,
      combines: 'alone',
      limits: {
        times: 500,
        timesPerDay: 20,
        timesPerCustomer: 3,
        timesPerCustomerPerDay: 1,
        budgetSom: 900_000,
      },
    });
    expect(thereAndBack(promotion)).toEqual(promotion);
  });

  test('any scopes and conditions, also such as the form cannot show', () => {
    fc.assert(
      fc.property(anyScope, anyScope, fc.array(anyCondition, { maxLength: 4 }), (scope, of, conditions) => {
        const promotion = promotionOf('product', 'gift', { of, pieces: 2 }, { scope, conditions });
        expect(thereAndBack(promotion)).toEqual(promotion);
      }),
    );
  });
});

describe('what the form can show', () => {
  const offered = benefitGroups.flatMap(({ kinds }) => kinds);

  test('every kind of benefit but the one that has a page of its own', () => {
    const missing = levels.flatMap((level) =>
      kindsOfLevel[level].filter((kind) => !offered.some((each) => each === `${level}.${kind}`)),
    );
    expect(missing.sort()).toEqual(['salePrices']);
  });

  test('every kind of condition', () => {
    const shown = conditionGroups.flatMap(({ kinds }) => [...kinds] as string[]);
    expect(conditionKinds.filter((kind) => !shown.includes(kind)).sort()).toEqual([]);
  });

  it('keeps a group inside a group as it is', () => {
    const card = { kind: 'hasCard' };
    const inner = { kind: 'any', conditions: [card, { kind: 'referral' }] };
    const [row] = formOf(withCondition({ kind: 'all', conditions: [card, inner] })).conditions;
    expect(row?.part).toMatchObject({
      kind: 'group',
      join: 'all',
      rows: [{ part: card }, { part: { kind: 'kept', condition: inner } }],
    });
  });
});

describe('a form that is not filled in', () => {
  const form = { ...blankForm('p'), name: { uz: 'Choy' } };

  it('says which field is empty, under the path it has in the promotion', () => {
    expect(checkedForm(form)).toEqual({
      promotion: null,
      wrong: [{ path: 'benefit.rateBasisPoints', key: 'ui.field.required', limit: 0 }],
    });
  });

  it('tells the row of a condition, also inside a group that is turned around', () => {
    const away = { kind: 'daysSinceLastVisit', atLeastDays: null } as const;
    const rows = [
      { key: 'a', isNot: false, part: { kind: 'hasCard' } },
      {
        key: 'b',
        isNot: true,
        part: { kind: 'group', join: 'any', rows: [{ key: 'c', isNot: true, part: away }] },
      },
    ] as const;
    const filled = formOf(promotionOf('product', 'percent', tenPercent));
    const paths = checkedForm({ ...filled, conditions: rows }).wrong.map(({ path }) => path);
    expect(paths).toEqual(['conditions.1.condition.conditions.0.condition.atLeastDays']);
  });

  it('asks for goods where goods must be chosen', () => {
    const gift = formOf(promotionOf('product', 'gift', { of: { kind: 'all' }, pieces: 1 })).benefit;
    if (gift.kind !== 'product.gift' || gift.of.kind !== 'chosen') throw new Error('a gift is shown in full');
    const wrong = checkedForm({ ...form, benefit: { ...gift, of: { ...gift.of, isAll: false } } }).wrong;
    expect(wrong).toEqual([{ path: 'benefit.of.productIds', key: 'ui.field.required', limit: 0 }]);
  });
});

describe('days of the week and hours', () => {
  const tuesday = { kind: 'weekdays', days: [2] } as const;

  it('stand above the other conditions when they are plain', () => {
    const { conditions } = formOf(
      promotionOf('product', 'percent', tenPercent, { conditions: [{ kind: 'hasCard' }, tuesday] }),
    );
    expect(timeRow(conditions, 'weekdays')?.part.days).toEqual([2]);
    expect(timeRow(conditions, 'hours')).toBeNull();
  });

  it('stay among the conditions when they are turned around', () => {
    const { conditions } = formOf(withCondition({ kind: 'not', condition: tuesday }));
    expect(timeRow(conditions, 'weekdays')).toBeNull();
  });

  it('change in their place, and go when nothing is chosen', () => {
    const { conditions } = formOf(
      promotionOf('product', 'percent', tenPercent, { conditions: [tuesday, { kind: 'hasCard' }] }),
    );
    const changed = withTimeRow(conditions, 'weekdays', { kind: 'weekdays', days: [6, 7] });
    expect(changed.map(({ part }) => part)).toEqual([
      { kind: 'weekdays', days: [6, 7] },
      { kind: 'hasCard' },
    ]);
    expect(withTimeRow(changed, 'weekdays', null).map(({ part }) => part.kind)).toEqual(['hasCard']);
  });
});

test.each([
  ['EndBeforeStart', undefined, 'days'],
  ['HoursEmpty', undefined, 'hours'],
  ['GivesNothing', undefined, 'benefit'],
  ['GiftForNothing', undefined, 'conditions'],
  ['NeverHolds', undefined, 'conditions'],
  ['CardSurcharge', undefined, 'conditions'],
  ['Unknown', 'productIds', 'scope'],
  ['Unknown', 'couponSeriesIds', 'conditions'],
  ['Unknown', 'stampCardIds', 'benefit'],
  ['Unknown', 'drawIds', 'benefit'],
])('the fault %s (%s) is told beside the %s', (fault, what, place) => {
  expect(placeOfFault({ fault, what })).toBe(place);
});
