/** A whole till for measuring: goods, customers with cards, and baskets that are ready to become sales. */
import { createRouterClient } from '@orpc/server';
import { looseGoods, packedGoods } from '../../electron/command/demoGoods.ts';
import { noPrinting } from '../../electron/command/demoWorld.ts';
import { newId, type Random } from '../../electron/ids.ts';
import { createRouter } from '../../electron/router.ts';
import { openTill, type Till } from '../../electron/till.ts';
import { consentVersion } from '../../shared/customer/consent.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { defaultSettings } from '../../shared/shop/settings.ts';
import { type Instant, instantFromMilliseconds, millisecondsOf } from '../../shared/time.ts';
import type { TillClient } from '../scenario/client.ts';
import { benchNow } from './benchShop.ts';

/** What `sale.complete` is asked, without its intention. */
export type SaleToComplete = Omit<Parameters<TillClient['sale']['complete']>[0], 'intentionId'>;

export interface SellingShop {
  readonly till: Till;
  /** A basket of eight lines for one of the customers, with their coupon and as much bonus as may be spent. */
  readonly prepare: (customer: number) => Promise<SaleToComplete>;
  /** Completes it as a screen would: schemas, rules, one transaction. Answers the intention's id. */
  readonly complete: (sale: SaleToComplete) => Promise<string>;
  readonly close: () => Promise<void>;
}

const goods = [...looseGoods(), ...packedGoods()].slice(0, 400);
const linesPerSale = 8;

/**
 * Opens a shop in a folder. Every customer has bought once, and so has bonus to spend and a coupon to redeem. Papers are
 * queued but not printed: a printer's time is not the till's.
 */
export async function openSellingShop(
  directory: string,
  customerCount: number,
  random: Random,
): Promise<SellingShop> {
  let now = millisecondsOf(benchNow);
  const clock = (): Instant => instantFromMilliseconds(now);
  const till = await openTill({ dataDirectory: directory, shell: 'browser', clock, random });
  const windows = new Map<string, string>();
  const changes = { ...till.parts.changes, listeningKeys: () => new Set(windows.values()) };
  const router = createRouter({ ...till.parts, changes, printQueue: noPrinting }, till.host);
  const client = (key: string): TillClient =>
    createRouterClient(router, { context: { key } }) as unknown as TillClient;
  const intention = () => ({ intentionId: newId(clock(), random) });
  const { ownerId } = await startShop(client('owner'), intention, directory);
  till.parts.sessions.logIn('owner', ownerId);
  const cards = await stock(client('owner'), intention, customerCount);
  await client('owner').shift.open({ ...intention(), floatSom: 200_000 });

  let basketNumber = 0;

  async function prepare(customer: number): Promise<SaleToComplete> {
    now += 1000;
    basketNumber += 1;
    const key = `window ${basketNumber}`;
    till.parts.sessions.logIn(key, ownerId);
    const { sale } = client(key);
    let basket = await sale.basket(intention());
    const draft = () => ({ ...intention(), saleId: basket.saleId, revision: basket.revision });
    windows.set(basket.saleId, key);
    const scan = async (code: string, quantity = 1000) => {
      const answer = await sale.scan({ ...draft(), code, quantityThousandths: quantity });
      basket = answer.basket;
    };
    for (let line = 0; line < linesPerSale; line += 1) {
      const place = (basketNumber * 37 + line * 51) % goods.length;
      await scan(goods[place]?.barcode ?? '', 3000);
    }
    await scan(cards[customer] ?? '');
    const coupon = basket.customer?.coupons[0];
    if (coupon !== undefined) await scan(coupon.code);
    if (basket.bonusAtMostSom > 0) {
      const change = { kind: 'spendBonus', amountSom: basket.bonusAtMostSom } as const;
      basket = await sale.change({ ...draft(), change });
    }
    return saleOf(basket);
  }

  const keyOf = (sale: SaleToComplete): string => windows.get(sale.saleId) ?? '';
  async function complete(sale: SaleToComplete): Promise<string> {
    const { intentionId } = intention();
    await client(keyOf(sale)).sale.complete({ ...sale, intentionId });
    return intentionId;
  }

  for (let customer = 0; customer < customerCount; customer += 1) await complete(await prepare(customer));
  return { till, prepare, complete, close: () => till.close() };
}

async function startShop(owner: TillClient, intention: () => { intentionId: string }, directory: string) {
  const { personId } = await owner.shop.start({
    ...intention(),
    language: 'uz',
    settings: { ...defaultSettings, name: 'Oʻlchov doʻkoni', vatBasisPoints: 1200 },
    owner: { name: 'Dilnoza', password: 'a long password' },
    cashier: null,
    printer: { connection: { kind: 'file', path: `${directory}/papers` }, profile: 'epson80' },
  });
  return { ownerId: personId };
}

/** Puts goods on the shelves and cards into the customers' hands; answers the card numbers. */
async function stock(
  owner: TillClient,
  intention: () => { intentionId: string },
  customerCount: number,
): Promise<readonly string[]> {
  for (const { name, unit, priceSom, barcode } of goods) {
    await owner.catalogue.save({
      ...intention(),
      productId: null,
      name: { ...name },
      unit,
      priceSom: priceSom,
      vat: { kind: 'shop' },
      barcodes: [barcode],
      isQuickGood: false,
    });
  }
  const { cardNumbers } = await owner.customer.issueCards({ ...intention(), count: customerCount });
  for (const [index, cardNumber] of cardNumbers.entries()) {
    await owner.customer.create({
      ...intention(),
      phone: `+99890${String(1_000_000 + index * 7919)}`,
      name: 'Malika Karimova',
      language: 'uz',
      consentProfile: true,
      consentMessages: true,
      consentVersion,
      consentLanguage: 'uz',
      cardNumber,
    });
  }
  return cardNumbers;
}

/** Bonus as far as it goes, the rest in cash with a round note. */
function saleOf(basket: Basket): SaleToComplete {
  const bonus = {
    kind: 'bonus',
    provider: null,
    amountSom: basket.bonusToSpendSom,
    reference: null,
  } as const;
  const cash = { kind: 'cash', provider: null, amountSom: basket.dueCashSom, reference: null } as const;
  return {
    saleId: basket.saleId,
    revision: basket.revision,
    tenders: basket.bonusToSpendSom > 0 ? [bonus, cash] : [cash],
    receivedCashSom: basket.quickAmountsSom[0] ?? basket.dueCashSom,
    expectedTotalSom: basket.totalSom,
    expectedBonusSpentSom: basket.bonusToSpendSom,
    quoteHash: basket.quoteHash,
  };
}
