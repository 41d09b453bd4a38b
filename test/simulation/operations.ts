/** What may happen in the simulated shop, as fast-check arbitraries: picks and parts, made concrete when they are done. */
import fc from 'fast-check';

/** A place in a list that is not known yet, and a part in thousandths, sometimes a little too much. */
const pick = fc.nat(1_000_000);
const part = fc.integer({ min: 1, max: 1000 });
const boldPart = fc.oneof({ weight: 9, arbitrary: part }, { weight: 1, arbitrary: fc.constant(1100) });

/** Present in so many of a hundred cases. */
const rarely = <T>(percent: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: percent, arbitrary }, { weight: 100 - percent, arbitrary: fc.constant(null) });

const discount = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), rateBasisPoints: fc.integer({ min: 1, max: 9000 }) }),
  fc.record({ kind: fc.constant('amount' as const), part }),
);

const seconds = fc.integer({ min: 1, max: 900 });

const sell = fc.record({
  kind: fc.constant('sell' as const),
  who: fc.oneof(
    { weight: 3, arbitrary: fc.constant('nobody' as const) },
    { weight: 8, arbitrary: fc.constant('card' as const) },
    { weight: 3, arbitrary: fc.constant('phone' as const) },
    { weight: 3, arbitrary: fc.constant('search' as const) },
    { weight: 1, arbitrary: fc.constant('freshCard' as const) },
  ),
  customer: pick,
  goods: fc.array(fc.record({ product: pick, quantity: fc.integer({ min: 1, max: 4000 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  lineDiscount: rarely(12, fc.record({ line: pick, discount })),
  basketDiscount: rarely(10, discount),
  bonus: rarely(35, boldPart),
  giftCard: rarely(12, fc.record({ card: pick, part: rarely(50, part) })),
  storeCredit: rarely(15, boldPart),
  debt: rarely(15, fc.record({ part: rarely(60, part) })),
  donation: rarely(10, fc.record({ fund: pick, step: fc.constantFrom(500, 1000, 5000) })),
  pay: fc.constantFrom('cash' as const, 'cash' as const, 'card' as const, 'both' as const),
  cardPart: part,
  extraCash: fc.integer({ min: 0, max: 9000 }),
  keepsChange: rarely(40, part),
  seconds,
});

const takeBack = fc.record({
  kind: fc.constant('takeBack' as const),
  sale: pick,
  isWhole: fc.boolean(),
  lines: fc.array(fc.record({ line: pick, part }), { minLength: 1, maxLength: 3 }),
  seconds,
});

const attach = fc.record({
  kind: fc.constant('attach' as const),
  sale: pick,
  customer: pick,
  by: fc.constantFrom('receipt' as const, 'claim' as const),
  seconds,
});

const customers = fc.oneof(
  fc.record({ kind: fc.constant('newCustomer' as const), withCard: fc.boolean(), seconds }),
  fc.record({ kind: fc.constant('registerCard' as const), customer: pick, seconds }),
  fc.record({ kind: fc.constant('joinCard' as const), card: pick, customer: pick, seconds }),
  fc.record({ kind: fc.constant('blockCard' as const), customer: pick, card: pick, seconds }),
  fc.record({ kind: fc.constant('replaceCard' as const), customer: pick, card: pick, seconds }),
  fc.record({ kind: fc.constant('merge' as const), from: pick, into: pick, seconds }),
);

const money = fc.constantFrom('cash' as const, 'card' as const);

const credit = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('repay' as const),
      customer: pick,
      part: boldPart,
      by: fc.constantFrom('cash' as const, 'card' as const, 'storeCredit' as const),
      seconds,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('noteDebt' as const),
      customer: pick,
      amount: fc.integer({ min: 1, max: 300_000 }),
      daysAgo: fc.integer({ min: 0, max: 60 }),
      seconds,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('forgive' as const), customer: pick, part: boldPart, seconds }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('setLimit' as const),
      customer: pick,
      limit: rarely(80, fc.integer({ min: 0, max: 500_000 })),
      seconds,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('correctStoreCredit' as const),
      customer: pick,
      amount: fc.integer({ min: -20_000, max: 20_000 }).filter((amount) => amount !== 0),
      seconds,
    }),
  },
);

const giftCards = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('sellGiftCard' as const),
      amount: fc.integer({ min: 1, max: 300_000 }),
      by: money,
      extraCash: fc.integer({ min: 0, max: 5000 }),
      seconds,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('topUpGiftCard' as const),
      card: pick,
      amount: fc.integer({ min: 1, max: 100_000 }),
      by: money,
      seconds,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('blockGiftCard' as const),
      card: pick,
      isBlocked: fc.boolean(),
      seconds,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('correctGiftCard' as const),
      card: pick,
      amount: fc.integer({ min: -20_000, max: 20_000 }).filter((amount) => amount !== 0),
      seconds,
    }),
  },
);

export const simulatedDeeds = ['review', 'packaging', 'ownBag', 'survey'] as const;

const bonus = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('giveDeed' as const),
      customer: pick,
      deed: fc.constantFrom(...simulatedDeeds),
      seconds,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('correctBonus' as const),
      customer: pick,
      amount: fc.integer({ min: -5000, max: 5000 }).filter((amount) => amount !== 0),
      seconds,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('payOut' as const), customer: pick, part: boldPart, seconds }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('donateBonus' as const),
      customer: pick,
      fund: pick,
      part: boldPart,
      seconds,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('sponsor' as const),
      fund: pick,
      amount: fc.integer({ min: 1, max: 50_000 }),
      seconds,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('payFund' as const), fund: pick, part: boldPart, seconds }),
  },
);

/** The next time the shop's clock shows a minute of the day: often in the small hours, when UTC is a day behind. */
const time = fc.record({
  kind: fc.constant('wait' as const),
  days: fc.oneof(
    { weight: 8, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }) },
  ),
  minuteOfDay: fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 300 }) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, 1439) },
    { weight: 3, arbitrary: fc.integer({ min: 480, max: 1320 }) },
  ),
  /** Whether the till was on and did what it does at the start of a day. */
  beginsDay: fc.boolean(),
});

const owner = fc.oneof(
  fc.record({
    kind: fc.constant('programme' as const),
    cashbackBasisPoints: fc.constantFrom(0, 100, 200, 333, 500),
    bonusCeilingBasisPoints: fc.constantFrom(3000, 5000, 10_000),
    bonusExpiryDays: fc.constantFrom(0, 30, 31, 60, 90),
    expiryForAll: fc.boolean(),
    earnWhileRedeeming: fc.boolean(),
    discountedEarnNothing: fc.constantFrom(false, false, true),
    minimumReceiptSom: fc.constantFrom(0, 0, 20_000),
    activationDelayDays: fc.constantFrom(0, 0, 1, 7),
    mostReceiptsPerDay: fc.constantFrom(null, null, 2),
    mostEarnedPerDaySom: fc.constantFrom(null, null, 1500),
    debtEarns: fc.constantFrom('whenRepaid' as const, 'whenRepaid' as const, 'atOnce' as const),
    claimDays: fc.constantFrom(3, 30),
    payOutDailySom: fc.constantFrom(5000, 50_000),
    rules: fc.array(
      fc.record({
        kind: fc.constantFrom('times' as const, 'neverEarns' as const, 'neverPaid' as const),
        category: pick,
        timesBasisPoints: fc.constantFrom(5000, 20_000, 33_333),
      }),
      { maxLength: 3 },
    ),
    seconds,
  }),
  fc.record({
    kind: fc.constant('tiers' as const),
    window: fc.constantFrom('lastTwelveMonths' as const, 'allTime' as const),
    tiers: fc.array(
      fc.record({
        fromSom: fc.constantFrom(0, 100_000, 500_000, 2_000_000),
        discountBasisPoints: fc.constantFrom(0, 0, 300, 700),
        bonusBasisPoints: fc.constantFrom(null, 300, 700),
      }),
      { maxLength: 3 },
    ),
    seconds,
  }),
);

/** One thing that happens. */
export const operation = fc.oneof(
  { weight: 50, arbitrary: sell },
  { weight: 12, arbitrary: takeBack },
  { weight: 6, arbitrary: attach },
  { weight: 4, arbitrary: customers },
  { weight: 9, arbitrary: credit },
  { weight: 6, arbitrary: giftCards },
  { weight: 8, arbitrary: bonus },
  { weight: 4, arbitrary: time },
  { weight: 1, arbitrary: owner },
);

export type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;
export type OperationOf<Kind extends Operation['kind']> = Extract<Operation, { readonly kind: Kind }>;

/** The same operations from the same seed. */
export function operationsOf(count: number, seed: number): readonly Operation[] {
  return fc.sample(operation, { numRuns: count, seed });
}
