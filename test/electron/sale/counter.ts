/** A shop at its counter: goods with barcodes, an open drawer and windows that sell, for tests of whole sales. */
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import { saveProduct } from '../../../electron/catalogue/save.ts';
import { issueCards } from '../../../electron/customer/cards.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import type { Tables } from '../../../electron/database/tables.ts';
import { savePrinter } from '../../../electron/receipt/verbsOfPrinters.ts';
import { shiftFigures } from '../../../electron/report/shiftFigures.ts';
import { changeBasket, openBasket } from '../../../electron/sale/basketVerbs.ts';
import { completeSale } from '../../../electron/sale/complete.ts';
import { notePayment } from '../../../electron/sale/payments.ts';
import { scanCode } from '../../../electron/sale/scan.ts';
import { refuseOpenBasket } from '../../../electron/sale/shiftCheck.ts';
import { closeShift } from '../../../electron/shift/close.ts';
import { openShift } from '../../../electron/shift/open.ts';
import type { VerbAnswer, VerbInput } from '../../../electron/verb.ts';
import type { Tender } from '../../../shared/basket.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import { som } from '../../../shared/money.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import type { BasketChange } from '../../../shared/sale/basketChange.ts';
import type { Basket } from '../../../shared/sale/basketContract.ts';
import type { saleContract } from '../../../shared/sale/contract.ts';
import type { shiftContract } from '../../../shared/shift/contract.ts';
import { openTestTill, type TestTill, type TestTillOptions, testWindow } from '../../till.ts';

/** The goods of the worked example (docs/rules.md §2), and a dear one. */
export const goods = {
  a: { barcode: '4780000000019', name: 'Choy', priceSom: 12_990 },
  b: { barcode: '4780000000026', name: 'Guruch', priceSom: 45_500 },
  c: { barcode: '4780000000033', name: 'Tuz', priceSom: 8_300 },
  tv: { barcode: '4780000000040', name: 'Televizor', priceSom: 1_000_000 },
} as const;
export type GoodsName = keyof typeof goods;

type CompleteInput = VerbInput<typeof saleContract.complete>;
export type Completed = VerbAnswer<typeof saleContract.complete>;
type Approval = NonNullable<CompleteInput['approval']>;
type Outcome = VerbAnswer<typeof saleContract.scan>['outcome'];

/** One window: it remembers the basket as it saw it last, as a page does. */
export interface Desk {
  readonly key: string;
  readonly seen: () => Basket;
  readonly open: () => Promise<Basket>;
  /** The window listens for news, as every living page does: nobody takes its basket over. */
  readonly listen: () => void;
  readonly scan: (code: string, pieces?: number) => Promise<Outcome>;
  /** Scans goods by their names in the example. */
  readonly put: (...names: readonly GoodsName[]) => Promise<Basket>;
  readonly change: (change: BasketChange, approval?: Approval) => Promise<Basket>;
  readonly note: (
    attemptId: string,
    amountSom: number,
    state: 'asked' | 'uncertain' | 'taken' | 'notTaken',
  ) => Promise<Basket>;
  /** What this window would ask to be completed: bonus as quoted, the rest in cash, exactly. */
  readonly payment: (different?: Partial<CompleteInput>) => CompleteInput;
  readonly pay: (different?: Partial<CompleteInput>) => Promise<Completed>;
}

export interface Counter extends TestTill {
  readonly productIds: Readonly<Record<GoodsName, string>>;
  readonly desk: (key?: string, personId?: string) => Desk;
  /** The desk of the cashier at the test's own window. */
  readonly cashier: Desk;
  readonly price: (name: GoodsName, priceSom: number) => Promise<void>;
  /** Whoever stands at the test's own window counts the drawer and closes the shift. */
  readonly closeShift: (countedSom: number) => Promise<VerbAnswer<typeof shiftContract.close>>;
  /** A receipt printer with a drawer behind it; its papers go into a folder. */
  readonly addPrinter: () => Promise<void>;
  readonly newCustomer: (phone: string, cardNumber?: string | null, name?: string) => Promise<string>;
  readonly newCards: (count?: number) => Promise<readonly string[]>;
  /** A customer with a registered card in their hand. */
  readonly cardHolder: (phone?: string) => Promise<{ readonly customerId: string; readonly card: string }>;
}

export const cashTender = (amountSom: number): Tender => ({
  kind: 'cash',
  provider: null,
  amountSom: som(amountSom),
  reference: null,
});
export const bonusTender = (amountSom: number): Tender => ({ ...cashTender(amountSom), kind: 'bonus' });
export const humoTender = (amountSom: number): Tender => ({
  ...cashTender(amountSom),
  kind: 'card',
  provider: 'humo',
});

/** Opens a shop with its goods and a shift whose drawer holds 100 000; closed when the test ends. */
export async function openCounter(options: TestTillOptions = {}): Promise<Counter> {
  const world = await openTestTill(options);
  const counter = counterOf(world, await stock(world));
  await world.call(openShift, { intentionId: world.newId(), floatSom: 100_000 });
  return counter;
}

/** The same shop after its till was ended and started again; nobody is logged in. */
export async function reopenCounter(counter: Counter): Promise<Counter> {
  return counterOf(await counter.reopen(), counter.productIds);
}

function counterOf(world: TestTill, productIds: Counter['productIds']): Counter {
  onTestFinished(world.close);
  const newCards: Counter['newCards'] = async (count = 1) => {
    const { cardNumbers } = await asOwner(world, (key) =>
      world.call(issueCards, { intentionId: world.newId(), count }, key),
    );
    return cardNumbers;
  };
  const newCustomer: Counter['newCustomer'] = async (phone, cardNumber = null, name = '') => {
    const { customer } = await world.call(createCustomer, {
      intentionId: world.newId(),
      phone,
      name,
      language: null,
      consentProfile: true,
      consentMessages: false,
      consentVersion,
      consentLanguage: 'uz',
      cardNumber,
    });
    return customer.id;
  };
  return {
    ...world,
    productIds,
    desk: (key = testWindow, personId = world.cashierId) => deskOf(world, key, personId),
    cashier: deskOf(world, testWindow, null),
    price: async (name, priceSom) => {
      await asOwner(world, (key) => saveGoods(world, key, name, priceSom, productIds[name]));
    },
    closeShift: (countedSom) => {
      const close = closeShift({ ...world.till.parts, refuseOpenBasket, figuresOf: shiftFigures });
      return world.call(close, { intentionId: world.newId(), countedSom });
    },
    addPrinter: async () => {
      const connection = { kind: 'file', path: join(world.directory, 'papers') } as const;
      const printer = { printerId: null, name: 'Chek', connection, profile: printerProfiles.epson80 };
      await asOwner(world, (key) => world.call(savePrinter, { intentionId: world.newId(), ...printer }, key));
    },
    newCards,
    newCustomer,
    cardHolder: async (phone = '+998901112233') => {
      const [card = ''] = await newCards();
      return { card, customerId: await newCustomer(phone, card) };
    },
  };
}

/** At a window of the owner's, so that the cashier's stays the cashier's. */
async function asOwner<T>(world: TestTill, act: (key: string) => Promise<T>): Promise<T> {
  world.workAs(world.ownerId, 'office');
  return act('office');
}

async function saveGoods(
  world: TestTill,
  key: string,
  name: GoodsName,
  priceSom: number,
  productId: string | null,
): Promise<string> {
  const { product } = await world.call(
    saveProduct,
    {
      intentionId: world.newId(),
      productId,
      name: { uz: goods[name].name },
      unit: 'piece',
      priceSom,
      vat: { kind: 'shop' },
      barcodes: [goods[name].barcode],
      isQuickGood: false,
    },
    key,
  );
  return product.id;
}

async function stock(world: TestTill): Promise<Counter['productIds']> {
  const save = (name: GoodsName) =>
    asOwner(world, (key) => saveGoods(world, key, name, goods[name].priceSom, null));
  return { a: await save('a'), b: await save('b'), c: await save('c'), tv: await save('tv') };
}

function deskOf(world: TestTill, key: string, personId: string | null): Desk {
  if (personId !== null) world.workAs(personId, key);
  const { changes } = world.till.parts;
  const complete = completeSale(world.till.parts);
  let basket: Basket | null = null;
  const seen = () => {
    if (basket === null) throw new Error('no basket was opened at this window');
    return basket;
  };
  const draft = () => ({
    intentionId: world.newId(),
    saleId: seen().saleId,
    revision: seen().revision,
  });
  const open = async () => {
    basket = await world.call(openBasket(changes), { intentionId: world.newId() }, key);
    return basket;
  };
  const scan: Desk['scan'] = async (code, pieces = 1) => {
    if (basket === null) await open();
    const answer = await world.call(scanCode, { ...draft(), code, quantityThousandths: pieces * 1000 }, key);
    basket = answer.basket;
    return answer.outcome;
  };
  const payment: Desk['payment'] = (different = {}) => {
    const { saleId, revision, totalSom, bonusToSpendSom, dueCashSom, quoteHash } = seen();
    const bonus = bonusToSpendSom > 0 ? [bonusTender(bonusToSpendSom)] : [];
    return {
      intentionId: world.newId(),
      saleId,
      revision,
      tenders: [...bonus, cashTender(dueCashSom)],
      receivedCashSom: dueCashSom,
      expectedTotalSom: totalSom,
      expectedBonusSpentSom: bonusToSpendSom,
      quoteHash,
      ...different,
    };
  };
  return {
    key,
    seen,
    open,
    listen: () => {
      const stop = new AbortController();
      onTestFinished(() => stop.abort());
      void changes.listen(key, stop.signal).next();
    },
    scan,
    put: async (...names) => {
      for (const name of names) await scan(goods[name].barcode);
      return seen();
    },
    change: async (change, approval) => {
      if (basket === null) await open();
      const input = { ...draft(), change, ...(approval === undefined ? {} : { approval }) };
      basket = await world.call(changeBasket, input, key);
      return basket;
    },
    note: async (attemptId, amountSom, state) => {
      const attempt = { attemptId, kind: 'card', provider: 'humo', amountSom, state } as const;
      basket = await world.call(notePayment, { ...draft(), ...attempt }, key);
      return basket;
    },
    payment,
    pay: async (different) => {
      const completed = await world.call(complete, payment(different), key);
      basket = null;
      return completed;
    },
  };
}

/** The sums of an account's entries beside its running balance, for every account that has either. */
export async function accountsAndSums(db: Kysely<Tables>) {
  const sums = await db
    .selectFrom('posting_entry')
    .select((eb) => ['account_kind as kind', 'subject_id', eb.fn.sum<number>('amount_som').as('balance_som')])
    .groupBy(['account_kind', 'subject_id'])
    .orderBy('account_kind')
    .orderBy('subject_id')
    .execute();
  const accounts = await db.selectFrom('account').selectAll().orderBy('kind').orderBy('subject_id').execute();
  return { accounts, sums };
}
