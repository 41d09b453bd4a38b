/** Every template is a promotion that may be saved, once its goods are chosen. */
import { describe, expect, test } from 'vitest';
import { checkedForm, type PromotionForm } from '../../../renderer/promotion/promotionForm.ts';
import { formOfTemplate, isTemplateName, templateNames } from '../../../renderer/promotion/templates.ts';
import { som } from '../../../shared/money.ts';
import { faultsOf } from '../../../shared/promotion/checkPromotion.ts';
import { businessDay } from '../../../shared/time.ts';

const today = businessDay('2026-11-22');
const opened = (name: Parameters<typeof formOfTemplate>[0]): PromotionForm => ({
  ...formOfTemplate(name, 'p', today),
  name: { uz: 'Aksiya' },
});

/** Chooses one product wherever goods are still missing, a stamp card and a draw, and names the price of a bundle. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, each]) => [name, filled(each)]);
  const copy: Record<string, unknown> = Object.fromEntries(fields);
  if (copy.kind === 'chosen' && copy.isAll === false) copy.include = [{ kind: 'products', ids: ['tea'] }];
  if (copy.kind === 'product.bundle') copy.priceSom = som(50_000);
  if (copy.kind === 'reward.stamps') copy.stampCardId = 'coffee';
  if (copy.kind === 'reward.tickets') copy.drawId = 'new-year';
  return copy;
}

const blanks: Readonly<Record<string, readonly string[]>> = {
  threeForTwo: ['scope.productIds'],
  secondHalf: ['scope.productIds'],
  volumeSteps: ['scope.productIds'],
  gift: ['benefit.of.productIds'],
  bundle: ['benefit.parts.0.of.productIds', 'benefit.parts.1.of.productIds', 'benefit.priceSom'],
  extraStamp: ['benefit.stampCardId'],
  moreTickets: ['benefit.drawId'],
};

describe.each(templateNames)('the template %s', (name) => {
  test('asks for nothing but goods, the price of a bundle, a stamp card or a draw', () => {
    expect(checkedForm(opened(name)).wrong.map(({ path }) => path)).toEqual(blanks[name] ?? []);
  });

  test('is a promotion without faults once they are chosen', () => {
    const { promotion, wrong } = checkedForm(filled(opened(name)) as PromotionForm);
    expect(wrong).toEqual([]);
    expect(promotion && faultsOf(promotion)).toEqual([]);
  });
});

test('today only begins and ends on the day it is opened', () => {
  expect(opened('todayOnly')).toMatchObject({ from: today, to: today });
});

test('a template is known by its name', () => {
  expect(isTemplateName('threeForTwo')).toBe(true);
  expect(isTemplateName('kept')).toBe(false);
  expect(isTemplateName('toString')).toBe(false);
});
