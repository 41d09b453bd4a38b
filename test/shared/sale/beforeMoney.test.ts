/** Rules 14, 19, 20 and 24: what bonus, gift card, account and debt pay before money does, and what rounding up adds. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addSom, som } from '../../../shared/money.ts';
import { type PayingFacts, payBeforeMoney } from '../../../shared/sale/beforeMoney.ts';
import { businessDay } from '../../../shared/time.ts';

const day = businessDay('2026-11-22');
const lot = { lotId: 'a', remainingSom: som(50_000), activeFrom: day, expiresOn: null };
const payer = {
  identification: 'card',
  isRegistered: true,
  spentTodaySom: som(0),
  isApproved: false,
  lots: [lot],
} as const;
const nothing = {
  bonusToSpendSom: som(0),
  giftCard: null,
  storeCreditSom: som(0),
  debt: null,
  donation: null,
};
const card = { number: 'G7FQ2M4X9T', isBlocked: false, expiresOn: null, balanceSom: som(15_000) };
const credit = { storeCreditSom: som(0), limitSom: som(100_000), debts: [] };
const fund = { fundId: 'f', name: { uz: 'Mehr' } };

/** The basket of the worked example: 90 040, of which bonus may pay 27 012. */
function pay(wanted: Partial<PayingFacts['wanted']> = {}, more: Partial<PayingFacts> = {}) {
  return payBeforeMoney({
    totalSom: som(90_040),
    ceilingSom: som(27_012),
    wanted: { ...nothing, ...wanted },
    payer,
    credit,
    giftCard: card,
    exchangeSom: som(0),
    funds: [fund],
    settings: { spendWithoutCardSom: som(20_000), instantCardDailySom: som(50_000) },
    day,
    ...more,
  });
}

const onCredit = (amountSom: number | null, approvedBy: string | null = null) => ({
  debt: { amountSom: amountSom === null ? null : som(amountSom), dueOn: day, approvedBy },
});
const byCard = (amountSom: number | null = null) => ({
  giftCard: { number: card.number, amountSom: amountSom === null ? null : som(amountSom) },
});

test('bonus 20 000, gift card 15 000 and debt 25 000 of 90 040 leave 30 040 for money', () => {
  const paid = pay({ bonusToSpendSom: som(20_000), ...byCard(), ...onCredit(25_000) });
  expect(paid).toMatchObject({
    bonusToSpendSom: 20_000,
    giftCardPaysSom: 15_000,
    storeCreditPaysSom: 0,
    debtSom: 25_000,
    moneySom: 30_040,
    dueSom: 30_040,
  });
});

test('nothing pays unless it was chosen', () => {
  expect(pay()).toMatchObject({ bonusToSpendSom: 0, giftCardPaysSom: 0, debtSom: 0, moneySom: 90_040 });
});

describe('a gift card', () => {
  it.each([
    ['pays as much as is on it', byCard(), {}, 15_000],
    ['pays the sum that was asked for', byCard(4_000), {}, 4_000],
    ['pays no more than there is to pay', byCard(), { totalSom: som(9_000), ceilingSom: som(0) }, 9_000],
    ['pays nothing when it is blocked', byCard(), { giftCard: { ...card, isBlocked: true } }, 0],
    ['pays to the end of its last day', byCard(), { giftCard: { ...card, expiresOn: day } }, 15_000],
    ['pays nothing after it', byCard(), { giftCard: { ...card, expiresOn: businessDay('2026-11-21') } }, 0],
    ['needs no customer', byCard(), { payer: null, credit: null }, 15_000],
  ] as const)('%s', (_, wanted, more, paysSom) => {
    expect(pay(wanted, more).giftCardPaysSom).toBe(paysSom);
  });
});

describe('the account', () => {
  const rich = { ...credit, storeCreditSom: som(40_000) };
  it.each([
    ['pays what was asked for', 30_000, {}, 30_000],
    ['pays no more than lies on it', 50_000, {}, 40_000],
    ['pays nothing while it is below zero', 50_000, { credit: { ...rich, storeCreditSom: som(-5) } }, 0],
    [
      'pays up to the day’s limit without the card',
      50_000,
      { payer: { ...payer, identification: 'phone' } },
      20_000,
    ],
    [
      'pays on with approval',
      50_000,
      { payer: { ...payer, identification: 'phone', isApproved: true } },
      40_000,
    ],
  ] as const)('%s', (_, asked, more, paysSom) => {
    expect(pay({ storeCreditSom: som(asked) }, { credit: rich, ...more }).storeCreditPaysSom).toBe(paysSom);
  });

  it('shares the day’s limit with bonus', () => {
    const wanted = { bonusToSpendSom: som(15_000), storeCreditSom: som(40_000) };
    const without = { payer: { ...payer, identification: 'phone' }, credit: rich } as const;
    expect(pay(wanted, without)).toMatchObject({ bonusToSpendSom: 15_000, storeCreditPaysSom: 5_000 });
  });
});

describe('a debt', () => {
  const owes = (openSom: number, dueOn = day) => ({
    ...credit,
    debts: [{ debtId: 'd', takenOn: businessDay('2026-11-01'), dueOn, openSom: som(openSom) }],
  });
  it.each([
    ['takes all that is left', onCredit(null), {}, 90_040],
    ['takes the sum that was asked for', onCredit(25_000), {}, 25_000],
    ['takes no more than the limit leaves', onCredit(null), { credit: owes(70_000) }, 30_000],
    [
      'takes nothing where nobody ever allowed it',
      onCredit(null),
      { credit: { ...credit, limitSom: null } },
      0,
    ],
    [
      'takes nothing while something is late',
      onCredit(null),
      { credit: owes(1, businessDay('2026-11-21')) },
      0,
    ],
    ['takes more with approval', onCredit(60_000, 'owner'), { credit: owes(70_000) }, 60_000],
    [
      'takes nothing from whom nobody knows, approved or not',
      onCredit(60_000, 'owner'),
      { payer: { ...payer, isRegistered: false } },
      0,
    ],
  ] as const)('%s', (_, wanted, more, takenSom) => {
    expect(pay(wanted, more).debtSom).toBe(takenSom);
  });
});

describe('goods that come back', () => {
  it('pay before money, and never more than is left', () => {
    expect(pay({}, { exchangeSom: som(40_000) })).toMatchObject({ exchangePaysSom: 40_000, dueSom: 50_040 });
    expect(pay({}, { exchangeSom: som(100_000) })).toMatchObject({ exchangePaysSom: 90_040, dueSom: 0 });
  });

  it('pay after what the customer chose of bonus and card, and before anything is owed', () => {
    const paid = pay(
      { bonusToSpendSom: som(20_000), ...byCard(null), ...onCredit(null) },
      { exchangeSom: som(40_000) },
    );
    expect(paid).toMatchObject({
      bonusToSpendSom: 20_000,
      giftCardPaysSom: 15_000,
      exchangePaysSom: 40_000,
      debtSom: 15_040,
      dueSom: 0,
    });
    expect(pay(onCredit(25_000), { exchangeSom: som(80_000) })).toMatchObject({
      exchangePaysSom: 80_000,
      debtSom: 10_040,
    });
  });

  it('are money, and what is left to pay is what is rounded up', () => {
    const donation = { fundId: fund.fundId, stepSom: 1_000 };
    expect(pay({ donation }, { exchangeSom: som(40_150) })).toMatchObject({
      donation: { amountSom: 110 },
      dueSom: 50_000,
    });
  });
});

describe('rounding up', () => {
  const roundUp = (stepSom: number) => ({ donation: { fundId: fund.fundId, stepSom } });
  it('adds to what is left for money, after everything else has paid', () => {
    const paid = pay({ ...byCard(), ...roundUp(1_000) });
    expect(paid).toMatchObject({ moneySom: 75_040, donation: { amountSom: 960 }, dueSom: 76_000 });
  });

  it('gives nothing where nothing is left to pay in money, and nothing to a closed fund', () => {
    expect(pay({ ...onCredit(null), ...roundUp(1_000) })).toMatchObject({ dueSom: 0 });
    expect(pay(roundUp(1_000), { funds: [] })).toMatchObject({ donation: null, dueSom: 90_040 });
  });
});

test('whatever is chosen, the parts are never below zero and together they are the total', () => {
  const sum = fc.integer({ min: 0, max: 120_000 }).map(som);
  fc.assert(
    fc.property(sum, sum, sum, fc.option(sum), fc.option(sum), sum, fc.boolean(), sum, (...drawn) => {
      const [bonus, account, onAccount, cardSum, debtSum, limit, isByPhone, exchangeSom] = drawn;
      const paid = pay(
        {
          bonusToSpendSom: bonus,
          storeCreditSom: account,
          ...byCard(cardSum),
          ...onCredit(debtSum),
          donation: { fundId: fund.fundId, stepSom: 1_000 },
        },
        {
          credit: { ...credit, storeCreditSom: onAccount, limitSom: limit },
          payer: { ...payer, identification: isByPhone ? 'phone' : 'card' },
          exchangeSom,
        },
      );
      const before = [paid.bonusToSpendSom, paid.giftCardPaysSom, paid.storeCreditPaysSom];
      const parts = [...before, paid.exchangePaysSom, paid.debtSom];
      const leftSom = 90_040 - addSom(...before);
      expect(paid.exchangePaysSom).toBe(Math.min(exchangeSom, leftSom));
      for (const part of [...parts, paid.moneySom]) expect(part).toBeGreaterThanOrEqual(0);
      expect(parts.reduce((all, part) => all + part, 0) + paid.moneySom).toBe(90_040);
      expect(paid.dueSom % 1_000).toBe(0);
      if (isByPhone) expect(paid.bonusToSpendSom + paid.storeCreditPaysSom).toBeLessThanOrEqual(20_000);
    }),
  );
});
