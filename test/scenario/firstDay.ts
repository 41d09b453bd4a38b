/**
 * One shop's first day as a list of questions to the till and its answers: first start, log-in, shift, goods, customer, two
 * sales with coupon and bonus, receipt and the day's figures, and on the way every kind of refusal. It knows nothing of what
 * carries the calls, so that the answers of two transports can be compared.
 */
import { ORPCError } from '@orpc/client';
import { consentVersion } from '../../shared/customer/consent.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { defaultSettings } from '../../shared/shop/settings.ts';
import type { TillClient } from './client.ts';

export type Step =
  | { readonly step: string; readonly answer: unknown }
  | { readonly step: string; readonly code: string; readonly isDeclared: boolean; readonly data: unknown };

interface Day {
  readonly till: TillClient;
  readonly newId: () => string;
  readonly steps: Step[];
}

const ownerPassword = 'a long password';
const cashierPin = '2580';

/** Goes through the day; `papers` is a folder for the printer's files. */
export async function liveFirstDay(
  till: TillClient,
  newId: () => string,
  papers: string,
): Promise<readonly Step[]> {
  const day: Day = { till, newId, steps: [] };
  const people = await startShop(day, papers);
  const cards = await fillShop(day, people);
  await openTheShift(day, people.cashierId);
  const couponCode = await firstSale(day, cards[0] ?? '');
  const saleId = await secondSale(day, cards[0] ?? '', couponCode);
  await lookBack(day, people, saleId);
  return day.steps;
}

/** Asks, notes what came back, and answers it; null for a refusal. Anything else that is thrown ends the day. */
async function ask<T>(day: Day, step: string, call: Promise<T>): Promise<T | null> {
  try {
    const answer = await call;
    day.steps.push({ step, answer });
    return answer;
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    day.steps.push({ step, code: error.code, isDeclared: error.defined, data: error.data });
    return null;
  }
}

/** The same where only an answer will do. */
async function must<T>(day: Day, step: string, call: Promise<T>): Promise<T> {
  const answer = await ask(day, step, call);
  if (answer === null) throw new Error(`${step}: ${JSON.stringify(day.steps.at(-1))}`);
  return answer;
}

interface People {
  readonly ownerId: string;
  readonly cashierId: string;
}

async function startShop(day: Day, papers: string): Promise<People> {
  const { till, newId } = day;
  await ask(day, 'status of a fresh till', till.shop.status({}));
  await ask(day, 'nobody is in yet', till.sale.recent({}));
  const first = {
    language: 'uz',
    settings: { ...defaultSettings, name: 'Birinchi doʻkon', vatBasisPoints: 1200 },
    owner: { name: 'Egasi', password: ownerPassword },
    cashier: { name: 'Kassir', pin: cashierPin },
    printer: { connection: { kind: 'file', path: papers }, profile: 'epson80' },
  } as const;
  const easyPin = { ...first, cashier: { name: 'Kassir', pin: '1111' } };
  await ask(day, 'an easy PIN', till.shop.start({ intentionId: newId(), ...easyPin }));
  const nameless = { ...first, settings: { ...first.settings, name: '' } };
  await ask(day, 'a shop without a name', till.shop.start({ intentionId: newId(), ...nameless }));
  await must(day, 'first start', till.shop.start({ intentionId: newId(), ...first }));
  await ask(day, 'a second first start', till.shop.start({ intentionId: newId(), ...first }));
  const { people } = await must(day, 'people', till.staff.people({}));
  const idOf = (role: string) => people.find((person) => person.role === role)?.id ?? '';
  return { ownerId: idOf('owner'), cashierId: idOf('cashier') };
}

const goods = [
  ['Non', 'piece', 3500, '4780000000014'],
  ['Choy', 'piece', 9500, '4780000000021'],
  ['Guruch', 'kilogram', 24_000, '4780000000038'],
] as const;

async function fillShop(day: Day, { ownerId, cashierId }: People): Promise<readonly string[]> {
  const { till, newId } = day;
  const productOf = ([name, unit, priceSom, barcode]: (typeof goods)[number]) => ({
    intentionId: newId(),
    productId: null,
    name: { uz: name },
    unit,
    priceSom,
    vat: { kind: 'shop' } as const,
    barcodes: [barcode],
    isQuickGood: true,
  });
  await ask(day, 'a wrong PIN', till.staff.logIn({ personId: cashierId, secret: '2581' }));
  await must(day, 'the cashier', till.staff.logIn({ personId: cashierId, secret: cashierPin }));
  await ask(day, 'goods by a cashier', till.catalogue.save(productOf(goods[0])));
  const wrong = { personId: ownerId, secret: 'not the password' };
  await ask(day, 'goods, wrongly approved', till.catalogue.save({ ...productOf(goods[0]), approval: wrong }));
  const approval = { personId: ownerId, secret: ownerPassword };
  await must(day, 'goods, approved', till.catalogue.save({ ...productOf(goods[0]), approval }));
  await must(day, 'the owner', till.staff.logIn({ personId: ownerId, secret: ownerPassword }));
  for (const product of goods.slice(1)) await must(day, 'goods', till.catalogue.save(productOf(product)));
  await ask(day, 'a barcode twice', till.catalogue.save(productOf(goods[0])));
  const { cardNumbers } = await must(
    day,
    'cards',
    till.customer.issueCards({ intentionId: newId(), count: 2 }),
  );
  const customer = {
    phone: '90 123 45 67',
    name: 'Malika Karimova',
    language: 'ru',
    consentProfile: true,
    consentMessages: true,
    consentVersion,
    consentLanguage: 'ru',
    cardNumber: cardNumbers[0] ?? '',
  } as const;
  await must(day, 'customer', till.customer.create({ intentionId: newId(), ...customer }));
  const again = { ...customer, cardNumber: cardNumbers[1] ?? '' };
  await ask(day, 'a phone twice', till.customer.create({ intentionId: newId(), ...again }));
  await ask(day, 'find by the last digits', till.customer.find({ text: '4567' }));
  return cardNumbers;
}

async function openTheShift(day: Day, cashierId: string): Promise<void> {
  const { till, newId } = day;
  await must(day, 'the cashier again', till.staff.logIn({ personId: cashierId, secret: cashierPin }));
  await must(day, 'shift opened', till.shift.open({ intentionId: newId(), floatSom: 150_000 }));
  await ask(day, 'shift opened twice', till.shift.open({ intentionId: newId(), floatSom: 150_000 }));
}

/** A basket that is rung up, each call with the revision of the answer before. */
function counter(day: Day, first: Basket) {
  const { till, newId } = day;
  let basket = first;
  const draft = () => ({ intentionId: newId(), saleId: basket.saleId, revision: basket.revision });
  return {
    draft,
    basket: () => basket,
    async scan(step: string, code: string, quantityThousandths = 1000) {
      const answer = await ask(day, step, till.sale.scan({ ...draft(), code, quantityThousandths }));
      if (answer !== null) basket = answer.basket;
    },
    async change(step: string, change: Parameters<TillClient['sale']['change']>[0]['change']) {
      const answer = await ask(day, step, till.sale.change({ ...draft(), change }));
      if (answer !== null) basket = answer;
    },
    /** What `complete` is asked when everything is as the screen shows it. */
    sale: (tenders: readonly Tender[], receivedCashSom: number) => ({
      ...draft(),
      tenders: tenders.map((tender) => ({ provider: null, reference: null, ...tender })),
      receivedCashSom,
      expectedTotalSom: basket.totalSom,
      expectedBonusSpentSom: basket.bonusToSpendSom,
      quoteHash: basket.quoteHash,
    }),
  };
}

interface Tender {
  readonly kind: 'cash' | 'card' | 'bonus';
  readonly amountSom: number;
  readonly provider?: 'humo';
}

async function firstSale(day: Day, cardNumber: string): Promise<string> {
  const { till, newId } = day;
  const first = await must(day, 'a basket', till.sale.basket({ intentionId: newId() }));
  const desk = counter(day, first);
  await desk.scan('bread', '4780000000014', 2000);
  await desk.scan('rice by weight', '4780000000038', 1250);
  await desk.scan('tea', '4780000000021', 3000);
  await desk.scan('a code nobody knows', '4780000000045');
  const unknown = desk.basket().lines.at(-1)?.lineId ?? '';
  await ask(
    day,
    'paying with a red line',
    till.sale.complete(desk.sale([{ kind: 'cash', amountSom: 0 }], 0)),
  );
  await desk.change('the red line goes', { kind: 'removeLine', lineId: unknown });
  await desk.scan('the card', cardNumber);
  const stale = { ...desk.draft(), revision: 1, code: '4780000000021', quantityThousandths: 1000 };
  await ask(day, 'an old revision', till.sale.scan(stale));
  const cash = [{ kind: 'cash', amountSom: desk.basket().dueCashSom }] as const;
  await ask(
    day,
    'an old price',
    till.sale.complete({ ...desk.sale(cash, 100_000), quoteHash: 'of yesterday' }),
  );
  await ask(day, 'too little cash', till.sale.complete(desk.sale(cash, 1000)));
  const sale = desk.sale(cash, 100_000);
  const done = await must(day, 'sold', till.sale.complete(sale));
  await ask(day, 'the same intention again', till.sale.complete(sale));
  await ask(
    day,
    'the same intention with another payment',
    till.sale.complete({ ...sale, receivedCashSom: 90_000 }),
  );
  return done.couponCodes[0] ?? '';
}

async function secondSale(day: Day, cardNumber: string, couponCode: string): Promise<string> {
  const { till, newId } = day;
  const first = await must(day, 'a second basket', till.sale.basket({ intentionId: newId() }));
  const desk = counter(day, first);
  await desk.scan('rice', '4780000000038', 3000);
  await desk.scan('a coupon without its customer', couponCode);
  await desk.scan('the phone', '+998901234567');
  await desk.scan('the card once more', cardNumber);
  await desk.scan('the coupon', couponCode);
  await desk.change('too much bonus', { kind: 'spendBonus', amountSom: 60_000 });
  await desk.change('bonus', { kind: 'spendBonus', amountSom: desk.basket().bonusAtMostSom });
  const { bonusToSpendSom, dueSom } = desk.basket();
  const tenders = [
    { kind: 'bonus', amountSom: bonusToSpendSom },
    { kind: 'card', provider: 'humo', amountSom: dueSom },
  ] as const;
  const { saleId } = await must(day, 'sold by card', till.sale.complete(desk.sale(tenders, 0)));
  const third = await must(day, 'a third basket', till.sale.basket({ intentionId: newId() }));
  await counter(day, third).scan('the coupon a second time', couponCode);
  return saleId;
}

async function lookBack(day: Day, { ownerId }: People, saleId: string): Promise<void> {
  const { till, newId } = day;
  await must(day, 'the receipt', till.sale.receipt({ saleId }));
  await ask(day, 'a receipt that is not', till.sale.receipt({ saleId: newId() }));
  await must(day, 'receipts of the day', till.sale.recent({}));
  await ask(day, 'the figures, asked by the cashier', till.report.today({ day: null }));
  await must(day, 'the owner looks', till.staff.logIn({ personId: ownerId, secret: ownerPassword }));
  const { customers } = await must(day, 'the figures', till.report.today({ day: null }));
  const customerId = customers[0]?.customerId ?? '';
  await must(day, 'the customer’s bonus', till.loyalty.account({ customerId }));
  await must(day, 'the customer', till.customer.get({ customerId }));
  await must(day, 'the shift', till.shift.current({}));
  await must(day, 'coupon series', till.coupon.series({}));
}
