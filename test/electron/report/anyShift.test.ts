/** Whatever happens in a shift: the drawer and the terminals come to what its acts say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CashMoveKind } from '../../../shared/shift/figures.ts';
import { type GoodsName, goods, humoTender } from '../sale/counter.ts';
import { openWholeShop, type WholeShop } from '../sale/wholeShop.ts';
import { figuresNow, moveCash, vat, verbsOf, wrongIn } from './shiftWorld.ts';

/** One act of a shift; whatever is impossible at its moment is left out. */
type Act =
  | { readonly kind: 'sell'; readonly names: readonly GoodsName[]; readonly card: boolean }
  | { readonly kind: 'takeBack'; readonly which: number }
  | { readonly kind: 'giftCard'; readonly amountSom: number }
  | { readonly kind: 'move'; readonly move: CashMoveKind; readonly amountSom: number };

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('sell' as const),
    names: fc.array(fc.constantFrom<GoodsName>('a', 'b', 'c'), { minLength: 1, maxLength: 3 }),
    card: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('takeBack' as const), which: fc.nat(5) }),
  fc.record({ kind: fc.constant('giftCard' as const), amountSom: fc.integer({ min: 10_000, max: 90_000 }) }),
  fc.record({
    kind: fc.constant('move' as const),
    move: fc.constantFrom<CashMoveKind>('in', 'out', 'collection', 'expense'),
    amountSom: fc.integer({ min: 1_000, max: 60_000 }),
  }),
);

interface Model {
  cashSom: number;
  humoSom: number;
  readonly sold: {
    readonly saleId: string;
    readonly pieces: Record<number, number>;
    readonly card: boolean;
    readonly netSom: number;
  }[];
}

async function act(shop: WholeShop, model: Model, one: Act): Promise<void> {
  if (one.kind === 'sell') {
    const netSom = one.names.reduce((sum, name) => sum + goods[name].priceSom, 0);
    await shop.cashier.put(...one.names);
    const pieces = Object.fromEntries(
      [...new Set(one.names)].map((name, index) => [
        index + 1,
        one.names.filter((each) => each === name).length,
      ]),
    );
    const { saleId } = await shop.payAll(null, one.card ? { tenders: [humoTender(netSom)] } : {});
    model.sold.push({ saleId, pieces, card: one.card, netSom });
    if (one.card) model.humoSom += netSom;
    else model.cashSom += netSom;
  } else if (one.kind === 'takeBack') {
    const [sale] = model.sold.splice(one.which, 1);
    if (sale === undefined || (!sale.card && sale.netSom > model.cashSom)) return;
    await shop.takeBack(sale.saleId, sale.pieces);
    if (sale.card) model.humoSom -= sale.netSom;
    else model.cashSom -= sale.netSom;
  } else if (one.kind === 'giftCard') {
    await shop.newGiftCard(one.amountSom);
    model.cashSom += one.amountSom;
  } else {
    if (one.move !== 'in' && one.amountSom > model.cashSom) return;
    await moveCash(shop, one.move, one.amountSom);
    model.cashSom += one.move === 'in' ? one.amountSom : -one.amountSom;
  }
}

test('whatever happens in a shift, the drawer should hold its float and everything that moved', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 1, maxLength: 8 }), async (acts) => {
      const shop = await openWholeShop({ settings: vat });
      const model: Model = { cashSom: 100_000, humoSom: 0, sold: [] };
      for (const one of acts) await act(shop, model, one);
      const figures = await figuresNow(shop);
      expect(figures.expectedSom).toBe(model.cashSom);
      expect(figures.drawer.reduce((sum, { sumSom }) => sum + sumSom, 0)).toBe(model.cashSom);
      const humo = figures.terminals.find(({ provider }) => provider === 'humo')?.expectedSom ?? 0;
      expect(humo).toBe(model.humoSom);
      const closed = await shop.asOwner(verbsOf(shop).close, { countedSom: model.cashSom });
      expect(closed.differenceSom).toBe(0);
      expect(await wrongIn(shop)).toEqual([]);
    }),
    { numRuns: 8 },
  );
}, 60_000);
