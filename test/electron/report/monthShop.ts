/** A shop in whose November the worked sale happened (docs/rules.md §3), for tests of what the owner reads of a month. */
import { saveProduct } from '../../../electron/catalogue/save.ts';
import { noteExpense } from '../../../electron/ledger/expenses.ts';
import { closeMonth } from '../../../electron/ledger/months.ts';
import { monthBooksForClosing, monthReport } from '../../../electron/report/month.ts';
import { shiftFigures } from '../../../electron/report/shiftFigures.ts';
import { refuseOpenBasket } from '../../../electron/sale/shiftCheck.ts';
import { closeShift } from '../../../electron/shift/close.ts';
import { openShift } from '../../../electron/shift/open.ts';
import type { VerbAnswer, VerbInput } from '../../../electron/verb.ts';
import type { ledgerContract } from '../../../shared/ledger/contract.ts';
import { som } from '../../../shared/money.ts';
import type { reportContract } from '../../../shared/report/contract.ts';
import type { MonthFigures } from '../../../shared/report/monthFigures.ts';
import { type GoodsName, goods } from '../sale/counter.ts';
import { openWholeShop, type WholeShop } from '../sale/wholeShop.ts';

type Expense = Omit<VerbInput<typeof ledgerContract.noteExpense>, 'intentionId'>;
export type MonthAnswer = VerbAnswer<typeof reportContract.month>;

export interface MonthShop extends WholeShop {
  readonly customerId: string;
  readonly card: string;
  readonly fundId: string;
  readonly month: (month: string) => Promise<MonthAnswer>;
  readonly figures: (month: string) => Promise<MonthFigures>;
  /** What a unit costs the shop from now on; null where nobody knows. */
  readonly buyFor: (name: GoodsName, costSom: number | null, priceSom?: number) => Promise<void>;
  readonly spend: (expense: Expense) => Promise<string>;
  readonly endShift: (countedSom?: number) => Promise<void>;
  readonly beginShift: (floatSom: number) => Promise<void>;
  readonly closeMonth: (month: string) => Promise<string>;
}

const click = { kind: 'qr', provider: 'click', amountSom: som(10_000), reference: null } as const;

/** Rice of 120 040, bought for 70 000, sold with everything on 22 November; the drawer holds 100 000 before. */
export async function openMonthShop(): Promise<MonthShop> {
  const shop = await openWholeShop({ settings: { vatBasisPoints: 1200 as never, cashRoundingSom: 100 } });
  const { asOwner, till, newId } = shop;
  const close = closeShift({ ...till.parts, refuseOpenBasket, figuresOf: shiftFigures });
  const month: MonthShop['month'] = (which) => asOwner(monthReport(till.parts), { month: which });
  const buyFor: MonthShop['buyFor'] = async (name, costSom, priceSom = goods[name].priceSom) => {
    await asOwner(saveProduct, {
      productId: shop.productIds[name],
      name: { uz: goods[name].name },
      unit: 'piece',
      priceSom,
      costSom,
      vat: { kind: 'shop' },
      barcodes: [goods[name].barcode],
      isQuickGood: false,
    });
  };
  await buyFor('b', 70_000, 120_040);
  await shop.live({ level: 'product', benefit: { kind: 'amountPerLine', amountSom: 12_000 } });
  await shop.live({ level: 'basket', benefit: { kind: 'amount', amountSom: 8_000 } });
  const coupon = await shop.newCoupon(
    await shop.makeSeries({ benefit: { kind: 'amount', amountSom: 10_000 } }),
  );
  const { card, customerId } = await shop.cardHolder();
  await shop.giveBonus(customerId, 20_000);
  await shop.mayOwe(customerId, 100_000);
  const giftCard = await shop.newGiftCard(15_000);
  const fundId = await shop.newFund();
  const { cashier } = shop;
  await cashier.put('b');
  await cashier.scan(card);
  await cashier.scan(coupon);
  await cashier.change({ kind: 'spendBonus', amountSom: som(20_000) });
  await cashier.scan(giftCard);
  await cashier.change({ kind: 'sellOnCredit', amountSom: som(25_000), dueOn: null });
  await cashier.change({ kind: 'roundUp', donation: { fundId, stepSom: 30_540 } });
  await shop.payAll(21_000, { tenders: [click] });
  return {
    ...shop,
    customerId,
    card,
    fundId,
    month,
    figures: async (which) => (await month(which)).figures,
    buyFor,
    spend: async (expense) => (await asOwner(noteExpense, expense)).expenseId,
    endShift: async (countedSom) => {
      const expected = await shop.balance('cashDrawer', till.host().tillId);
      await asOwner(close, { countedSom: countedSom ?? expected, reason: 'Sinov' });
    },
    beginShift: async (floatSom) => {
      await shop.call(openShift, { intentionId: newId(), floatSom });
    },
    closeMonth: async (which) =>
      (await asOwner(closeMonth(monthBooksForClosing), { month: which })).figuresHash,
  };
}
