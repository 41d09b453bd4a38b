/** The verb report.tryPromotion: what a rule says, and what it would give on a sample basket and on a day's real receipts. */
import type { Kysely } from 'kysely';
import type { BasketLine } from '../../shared/basket.ts';
import { addSom, largestSom, ONE, type Som, som, zeroSom } from '../../shared/money.ts';
import { atAnyTime } from '../../shared/promotion/assume.ts';
import { faultsOf } from '../../shared/promotion/checkPromotion.ts';
import { asksFor, type Condition, plainWithin } from '../../shared/promotion/condition.ts';
import { customerConditions } from '../../shared/promotion/customerConditions.ts';
import type { PromotionCustomer } from '../../shared/promotion/facts.ts';
import type { Promotion } from '../../shared/promotion/promotion.ts';
import { outcomeWords, promotionSentence } from '../../shared/promotion/sentence.ts';
import type { NamesOf } from '../../shared/promotion/speaker.ts';
import { promotionReports } from '../../shared/report/promotionContract.ts';
import { createTally, tryPromotion } from '../../shared/report/promotionTrial.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { addDays, type BusinessDay, localTimeOf } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { productsByIds } from '../catalogue/queries.ts';
import { type CustomerOfPromotions, customerOfPromotions } from '../customer/inTransaction.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { Tables } from '../database/tables.ts';
import type { TillParts } from '../parts.ts';
import { knownThings, namesFor } from '../promotion/queries.ts';
import { createTurns } from '../turns.ts';
import { type ReadScope, readingVerb, type VerbAnswer } from '../verb.ts';
import {
  boughtSince,
  couponsOfDay,
  type DatedPurchase,
  linesSold,
  type PastReceipt,
  paymentOf,
  receiptsOf,
  referralsOfDay,
  salesOfDay,
} from './promotionTrialQueries.ts';

type Answer = VerbAnswer<typeof promotionReports.tryPromotion>;

const mostShown = 10;
/** A sample takes no more lines. */
const mostSampled = 50;

export const tryPromotionVerb = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(promotionReports.tryPromotion, async (scope, { promotion, sample, day }) => {
    const { db } = scope;
    const today = await businessDayNow(db, scope);
    const turn = createTurns();
    const names = await namesFor(db, [promotion]);
    const faults = [...faultsOf(promotion, await knownThings(db, [promotion]))];
    await turn();
    const tried = await pricedSample(scope, today, promotion, sample, names);
    await turn();
    return {
      sentence: promotionSentence(promotion, names),
      faults,
      sample: tried,
      receipts: await tryReceipts(parts.database(), scope.settings, promotion, day ?? addDays(today, -1)),
    };
  });

interface SampleLine {
  readonly productId: string;
  readonly quantityThousandths: BasketLine['quantityThousandths'];
}

/** The sample as it would be sold now to somebody unknown; null when it is empty or more than a receipt holds. */
async function pricedSample(
  { db, settings, now }: ReadScope,
  today: BusinessDay,
  promotion: Promotion,
  sample: readonly SampleLine[],
  names: NamesOf,
): Promise<Answer['sample']> {
  const lines = await sampleLines(db, settings, sample);
  const gross = lines.reduce((sum, line) => sum + (line.priceSom * line.quantityThousandths) / ONE, 0);
  if (lines.length === 0 || gross > largestSom) return null;
  const { hour, minute } = localTimeOf(now, settings.timeZone);
  const { priced, report, givenSom } = tryPromotion(promotion, {
    lines,
    day: today,
    minuteOfDay: hour * 60 + minute,
    customer: null,
    payment: null,
    couponSeriesIds: [],
    discountCapBasisPoints: settings.discountCapBasisPoints,
    usage: new Map(),
  });
  return {
    grossSom: priced.grossSom,
    netSom: priced.netSom,
    givenSom,
    lines: priced.lines.map(({ productId, name, quantityThousandths, grossSom, netSom }) => ({
      productId,
      name,
      quantityThousandths,
      grossSom,
      netSom,
    })),
    outcome: outcomeWords(report, names, () => promotion),
  };
}

async function sampleLines(
  db: Kysely<Tables>,
  settings: ShopSettings,
  sample: readonly SampleLine[],
): Promise<readonly BasketLine[]> {
  const products = await productsByIds(
    db,
    sample.map((line) => line.productId),
    settings,
  );
  return sample.flatMap(({ productId, quantityThousandths }, place): readonly BasketLine[] => {
    const product = products.get(productId);
    if (product === undefined) return [];
    const bonusBasisPoints = settings.cashbackBasisPoints;
    const line = { lineId: String(place + 1), productId, quantityThousandths, bonusBasisPoints };
    return [{ ...product, ...line, manualDiscount: null }];
  });
}

/** Prices every receipt of a day anew, whatever days and hours the promotion has, in portions that let the till sell. */
async function tryReceipts(
  database: Database,
  settings: ShopSettings,
  promotion: Promotion,
  day: BusinessDay,
): Promise<Answer['receipts']> {
  const { db } = database;
  const tried = atAnyTime(promotion);
  const factsOf = await receiptFacts(database, tried.conditions, day);
  const sales = await readHeavy(database, salesOfDay(db, day));
  const tally = createTally();
  const reached: Answer['receipts']['largest'] = [];
  const turn = createTurns();
  for (const sale of sales) {
    await turn();
    const lines = await linesSold(db, sale.id, settings.cashbackBasisPoints);
    const facts = await factsOf(sale);
    const { isReached, givenSom } = tryPromotion(tried, {
      lines,
      day,
      minuteOfDay: null,
      discountCapBasisPoints: settings.discountCapBasisPoints,
      usage: new Map([[promotion.promotionId, tally.usageFor(sale.customer_id)]]),
      ...facts,
    });
    if (!isReached) continue;
    tally.note(sale.customer_id, givenSom);
    reached.push({ saleId: sale.id, number: sale.number, netSom: som(sale.net_som), givenSom });
  }
  return {
    day,
    all: sales.length,
    reached: reached.length,
    givenSom: reached.reduce((sum: Som, each) => addSom(sum, each.givenSom), zeroSom),
    largest: reached.sort((a, b) => b.givenSom - a.givenSom || a.number - b.number).slice(0, mostShown),
    dearest: await dearestOf(db, settings, sales),
  };
}

interface SoldFor {
  readonly id: string;
  readonly net_som: number;
}

/** The goods of the receipt that came to most; of equals the first. */
async function dearestOf(
  db: Kysely<Tables>,
  settings: ShopSettings,
  sales: readonly SoldFor[],
): Promise<Answer['receipts']['dearest']> {
  const [first, ...others] = sales;
  if (first === undefined) return [];
  const dearest = others.reduce((most, each) => (each.net_som > most.net_som ? each : most), first);
  const lines = await linesSold(db, dearest.id, settings.cashbackBasisPoints);
  return lines
    .slice(0, mostSampled)
    .map(({ productId, quantityThousandths }) => ({ productId, quantityThousandths }));
}

interface Sold {
  readonly id: string;
  readonly sold_at: string;
  readonly customer_id: string | null;
}

/** A customer with all that the day's receipts may have to know of the time before them. */
interface Person {
  readonly known: CustomerOfPromotions;
  readonly sales: readonly PastReceipt[];
  readonly bought: readonly DatedPurchase[];
}

function laterOf(a: BusinessDay | null, b: BusinessDay): BusinessDay {
  return a === null || a < b ? b : a;
}

/** Reads of each receipt what the conditions ask, and no more: most rules look at the goods alone. */
async function receiptFacts(database: Database, conditions: readonly Condition[], day: BusinessDay) {
  const { db } = database;
  const asks = (...kinds: readonly Condition['kind'][]) => kinds.some((kind) => asksFor(conditions, kind));
  const coupons = asks('couponPresented') ? await readHeavy(database, couponsOfDay(db, day)) : [];
  const seriesOf = Map.groupBy(coupons, (row) => row.sale_id);
  const referrals = asks('referral') ? await readHeavy(database, referralsOfDay(db, day)) : [];
  const referrerOf = new Map(referrals.map((row) => [row.sale_id, row.referrer_id]));
  const asksPayment = asks('paidWithoutCash');
  const asksCustomer = asks(...(Object.keys(customerConditions) as Condition['kind'][]));
  const asksHistory = asks('firstPurchase', 'visitNumber', 'daysSinceLastVisit', 'referral');
  const lookBack = plainWithin(conditions).reduce(
    (days, condition) => (condition.kind === 'boughtBefore' ? Math.max(days, condition.withinDays) : days),
    0,
  );

  const first = addDays(day, 1 - lookBack);
  const people = new Map<string, Promise<Person | null>>();

  async function personOf(customerId: string): Promise<Person | null> {
    const known = await customerOfPromotions(db, customerId);
    if (known === null) return null;
    const bought = lookBack === 0 ? [] : await boughtSince(db, customerId, first);
    return { known, sales: asksHistory ? await receiptsOf(db, customerId) : [], bought };
  }

  async function customerOf({ id, sold_at, customer_id }: Sold): Promise<PromotionCustomer | null> {
    if (customer_id === null) return null;
    if (!asksCustomer) return unknownCustomer(customer_id);
    const asked = people.get(customer_id) ?? personOf(customer_id);
    people.set(customer_id, asked);
    const person = await asked;
    if (person === null) return null;
    const { known, sales, bought } = person;
    const { birthdayUsedOn: used } = known;
    const earlier = sales.filter((sale) => sale.soldAt < sold_at);
    return {
      ...known,
      tierId: null,
      segmentIds: [],
      // What it brought on this day or later had not been brought yet.
      birthdayUsedOn: used !== null && used < day ? used : null,
      referredBy: referrerOf.get(id) ?? null,
      purchases: bought.filter((purchase) => purchase.soldAt < sold_at),
      visits: earlier.length,
      lastVisitOn: earlier.reduce((last: BusinessDay | null, sale) => laterOf(last, sale.day), null),
    };
  }

  return async (sale: Sold) => ({
    customer: await customerOf(sale),
    payment: asksPayment ? await paymentOf(db, sale.id) : null,
    couponSeriesIds: seriesOf.get(sale.id)?.map((row) => row.series_id) ?? [],
  });
}

/** A customer of whom the rule asks nothing but that there is one, for limits per customer. */
function unknownCustomer(customerId: string): PromotionCustomer {
  return {
    customerId,
    isRegistered: true,
    hasCard: false,
    tierId: null,
    segmentIds: [],
    tags: [],
    birthDate: null,
    birthDateKnownSince: null,
    birthdayUsedOn: null,
    visits: 0,
    lastVisitOn: null,
    purchases: [],
    referredBy: null,
  };
}
