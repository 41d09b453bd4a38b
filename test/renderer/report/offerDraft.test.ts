import { describe, expect, test } from 'vitest';
import {
  checkOffer,
  newHandout,
  newOffer,
  type OfferDraft,
  type OfferGood,
  percentOff,
  withGood,
  withoutGood,
} from '../../../renderer/report/offerDraft.ts';
import { som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';

const tea: OfferGood = {
  productId: '0199b3a0-0000-7000-8000-000000000001',
  name: { uz: 'Choy' },
  usualSom: som(20_000),
  offerSom: som(17_000),
};
const offer: OfferDraft = { ...newOffer(businessDay('2026-11-23')), goods: [tea] };

describe('the offer of the week', () => {
  test('holds seven days from today and has its name in three languages', () => {
    expect(offer).toMatchObject({ from: '2026-11-23', to: '2026-11-29' });
    expect(checkOffer(offer)).toEqual({
      name: { uz: 'Hafta taklifi', ru: 'Предложение недели', en: 'Offer of the week' },
      from: '2026-11-23',
      to: '2026-11-29',
      goods: [{ productId: tea.productId, offerSom: 17_000 }],
      handout: null,
    });
  });

  test.each([
    ['no goods', { goods: [] }, ['goods']],
    ['a price like the usual one', { goods: [{ ...tea, offerSom: som(20_000) }] }, ['price']],
    ['no price', { goods: [{ ...tea, offerSom: null }] }, ['price']],
    ['a gift, which is no price', { goods: [{ ...tea, offerSom: som(0) }] }, ['price']],
    ['no name', { name: { uz: ' ' } }, ['name']],
    ['half a date', { from: '23.11' }, ['from']],
    ['the end before the start', { to: '2026-11-22' }, ['to']],
    ['a coupon without a sum', { handout: { ...newHandout, discountSom: null } }, ['discountSom']],
    ['a coupon for everything', { handout: { ...newHandout, minimumSom: som(5_000) } }, ['minimumSom']],
    ['too many coupons', { handout: { ...newHandout, count: 20_001 } }, ['count']],
  ] as const)('%s is refused', (_what, patch, faults) => {
    expect(checkOffer({ ...offer, ...patch })).toEqual(faults);
  });

  test('one day is enough', () => {
    expect(checkOffer({ ...offer, to: offer.from })).toMatchObject({ from: '2026-11-23', to: '2026-11-23' });
  });

  test('a product is chosen once: another price replaces the first, in its place', () => {
    const coffee = { ...tea, productId: 'coffee' };
    const two = withGood(withGood(offer, coffee), { ...tea, offerSom: som(16_000) });
    expect(two.goods.map(({ productId, offerSom }) => [productId, offerSom])).toEqual([
      [tea.productId, 16_000],
      ['coffee', 17_000],
    ]);
    expect(withoutGood(two, tea.productId).goods).toEqual([coffee]);
  });

  test('the percent on a card is never more than the truth', () => {
    expect(percentOff({ usualSom: som(20_000), offerSom: som(17_000) })).toBe(15);
    expect(percentOff({ usualSom: som(3_000), offerSom: som(2_000) })).toBe(33);
  });
});
