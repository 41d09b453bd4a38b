/** Customers by recency, frequency and money, each from 1 (among the worst fifth) to 5 (better than four fifths). */

export interface RfmFacts {
  readonly id: string;
  /** Whole days from the last visit to the day after the last day looked at; a visit on that day gives 1. */
  readonly recencyDays: number;
  readonly receipts: number;
  readonly paidSom: number;
}

export interface RfmScore {
  readonly recency: number;
  readonly frequency: number;
  readonly money: number;
  readonly group: RfmGroup;
}

export const rfmGroups = [
  'champion',
  'loyal',
  'potentialLoyalist',
  'new',
  'promising',
  'needAttention',
  'aboutToSleep',
  'atRisk',
  'cantLose',
  'hibernating',
] as const;
export type RfmGroup = (typeof rfmGroups)[number];

/** Fewer customers than this are no quintiles: the figure is left out. */
export const fewestForRfm = 20;

/**
 * Everybody's score, or an empty map below `fewestForRfm` customers. A score is 1 + the whole fifths of all customers who
 * are strictly worse, so that equal customers always have equal scores.
 */
export function rfmOf(customers: readonly RfmFacts[]): ReadonlyMap<string, RfmScore> {
  if (customers.length < fewestForRfm) return new Map();
  const recency = scoresBy(customers, (customer) => -customer.recencyDays);
  const frequency = scoresBy(customers, (customer) => customer.receipts);
  const money = scoresBy(customers, (customer) => customer.paidSom);
  return new Map(
    customers.map((customer) => {
      const r = recency.get(-customer.recencyDays) ?? 1;
      const f = frequency.get(customer.receipts) ?? 1;
      const score = { recency: r, frequency: f, money: money.get(customer.paidSom) ?? 1 };
      return [customer.id, { ...score, group: rfmGroupOf(r, f) }];
    }),
  );
}

/** The score of each value that occurs. */
function scoresBy(
  customers: readonly RfmFacts[],
  measureOf: (customer: RfmFacts) => number,
): ReadonlyMap<number, number> {
  const sorted = customers.map(measureOf).sort((a, b) => a - b);
  const scores = new Map<number, number>();
  sorted.forEach((value, worse) => {
    if (!scores.has(value)) scores.set(value, 1 + Math.floor((5 * worse) / sorted.length));
  });
  return scores;
}

/**
 * The group of a cell, by the first row that fits.
 *
 * | recency | frequency | group             |
 * |---------|-----------|-------------------|
 * | 1–2     | 1–2       | hibernating       |
 * | 1–2     | 3–4       | atRisk            |
 * | 1–2     | 5         | cantLose          |
 * | 3       | 1–2       | aboutToSleep      |
 * | 3       | 3         | needAttention     |
 * | 3–4     | 4–5       | loyal             |
 * | 4       | 1         | promising         |
 * | 5       | 1         | new               |
 * | 4–5     | 2–3       | potentialLoyalist |
 * | 5       | 4–5       | champion          |
 */
export function rfmGroupOf(recency: number, frequency: number): RfmGroup {
  if (recency <= 2) return frequency <= 2 ? 'hibernating' : frequency <= 4 ? 'atRisk' : 'cantLose';
  if (recency === 3 && frequency <= 2) return 'aboutToSleep';
  if (recency === 3 && frequency === 3) return 'needAttention';
  if (recency <= 4 && frequency >= 4) return 'loyal';
  if (frequency === 1) return recency === 4 ? 'promising' : 'new';
  return frequency <= 3 ? 'potentialLoyalist' : 'champion';
}
