/** Goods come back: what is refused, and what goes back where. */
import { same } from '../difference.ts';
import { type Returned, takeGoodsBack, type Wanted } from '../model/returning.ts';
import type { Sale } from '../model/shop.ts';
import type { OperationOf } from '../operations.ts';
import { asked, partOf, pass, picked, type World } from '../world.ts';

type TakeBack = OperationOf<'takeBack'>;

/** Mostly something bought lately comes back. */
const lately = 40;

export async function takeBack(world: World, operation: TakeBack): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const sale = picked(shop.sales.slice(-lately), operation.sale);
  if (sale === undefined) return;
  const wanted = wantedOf(sale, operation);
  if (wanted.length === 0) return;
  if (sale.customer !== null) world.touched.add(sale.customer);
  const tooMuch = wanted.some(({ line, quantity }) => quantity > line.quantity - line.returned);
  // The owner, who stands at this till, takes goods back after the shop's days too.
  const refused = tooMuch ? 'ReturnTooMuch' : null;
  const answer = await asked(
    `the return of sale ${sale.number}`,
    refused,
    till.client.sale.takeBack({
      ...till.intention(),
      saleId: sale.id,
      lines: wanted.map(({ line, quantity }) => ({
        lineNumber: sale.lines.indexOf(line) + 1,
        quantityThousandths: quantity,
      })),
      reason: 'changedMind',
    }),
  );
  if (answer === null) return;
  const returned = takeGoodsBack(shop, sale, wanted);
  const told: Returned = {
    net: answer.netSom,
    moneyBack: answer.moneyBackSom,
    bonusBack: answer.bonusBackSom,
    giftCardBack: answer.giftCardBackSom,
    storeCreditBack: answer.storeCreditBackSom,
    debtLowered: answer.debtLoweredSom,
    bonusTakenBack: answer.bonusTakenBackSom,
    isWhole: answer.isWhole,
  };
  same(`what comes back of sale ${sale.number}`, returned, told);
  same('the balance after the return', sale.customer?.purse.balance ?? null, answer.bonusBalanceSom);
}

/** All that is left, or parts of some lines; a line that came back already is asked for again now and then. */
function wantedOf(sale: Sale, { isWhole, lines }: TakeBack): readonly Wanted[] {
  if (isWhole) {
    return sale.lines
      .filter((line) => line.returned < line.quantity)
      .map((line) => ({ line, quantity: line.quantity - line.returned }));
  }
  const wanted = new Map<number, Wanted>();
  for (const { line: place, part } of lines) {
    const index = place % sale.lines.length;
    const line = sale.lines[index];
    if (line === undefined) continue;
    const isPieces = line.quantity % 1000 === 0;
    const quantity = Math.max(1, partOf(line.quantity, part));
    wanted.set(index, { line, quantity: isPieces ? Math.ceil(quantity / 1000) * 1000 : quantity });
  }
  return [...wanted.values()];
}
