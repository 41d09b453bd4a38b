/** What the customer wishes beside the goods: discounts by hand, and everything that pays before money does. */
import { type HandDiscount, priceGoods } from '../model/pricing.ts';
import { giftCardPays, quoteOf, type Wish } from '../model/selling.ts';
import type { OperationOf } from '../operations.ts';
import { partOf, picked, type World } from '../world.ts';
import { type Change, change, type Desk } from './desk.ts';

type Sell = OperationOf<'sell'>;

/** Discounts by hand on one line and on the whole basket. */
export async function takeOff(
  world: World,
  desk: Desk,
  { lineDiscount, basketDiscount }: Sell,
): Promise<void> {
  const { wish } = desk;
  if (lineDiscount !== null) {
    const line = picked(wish.lines, lineDiscount.line);
    const shown = desk.basket.lines.find(
      (each) => each.kind === 'product' && each.productId === line?.product.id,
    );
    if (line !== undefined && shown !== undefined) {
      const [priced] = priceGoods(world.shop, [{ ...line, discount: null }], null, null);
      const discount = handDiscount(lineDiscount.discount, priced?.gross ?? 0);
      const refused = line.product.isDiscountable ? null : 'NotDiscountable';
      const wanted = {
        kind: 'discountLine',
        lineId: shown.lineId,
        discount: asChoice(discount),
        reason: 'sinov',
      } as const;
      if (await change(world, desk, wanted, refused)) line.discount = discount;
    }
  }
  if (basketDiscount === null || !wish.lines.some((line) => line.product.isDiscountable)) return;
  const base = openToDiscounts(world, wish);
  const discount = handDiscount(basketDiscount, base);
  const refused = discount.kind === 'amount' && discount.amountSom > base ? 'DiscountAbovePrice' : null;
  const wanted = { kind: 'discountBasket', discount: asChoice(discount), reason: 'sinov' } as const;
  if (await change(world, desk, wanted, refused)) wish.basketDiscount = discount;
}

/** What the goods that may be discounted cost after their own discounts. */
function openToDiscounts(world: World, wish: Wish): number {
  const open = wish.lines.filter((line) => line.product.isDiscountable);
  return priceGoods(world.shop, open, null, null).reduce((all, line) => all + line.net, 0);
}

function handDiscount(drawn: NonNullable<Sell['basketDiscount']>, base: number): HandDiscount {
  if (drawn.kind === 'percent') return drawn;
  return { kind: 'amount', amountSom: Math.max(1, partOf(base, drawn.part)) };
}

const asChoice = (discount: HandDiscount) =>
  discount as Extract<Change, { kind: 'discountLine' }>['discount'];

/** Bonus, gift card, account, debt and rounding up, each as much as was wished or refused as the rules say. */
export async function choosePayments(world: World, desk: Desk, operation: Sell): Promise<void> {
  const { wish } = desk;
  if (operation.bonus !== null && wish.customer !== null) await spendBonus(world, desk, operation.bonus);
  if (operation.giftCard !== null) await payByGiftCard(world, desk, operation.giftCard);
  if (operation.storeCredit !== null && wish.customer !== null) {
    await spendStoreCredit(world, desk, operation.storeCredit);
  }
  if (operation.debt !== null && wish.customer !== null) await sellOnCredit(world, desk, operation.debt.part);
  if (operation.donation !== null) {
    const fundId = picked([...world.shop.funds.keys()], operation.donation.fund);
    if (fundId === undefined) return;
    const donation = { fundId, stepSom: operation.donation.step };
    await change(world, desk, { kind: 'roundUp', donation }, null);
    wish.donation = { fundId, step: operation.donation.step };
  }
}

async function spendBonus(world: World, desk: Desk, part: number): Promise<void> {
  const { wish } = desk;
  const most = quoteOf(world.shop, { ...wish, isApproved: true });
  const amount = partOf(most.bonusAtMost, part);
  if (amount === 0) return;
  const refused =
    amount > most.ceiling
      ? 'BonusAboveCeiling'
      : amount > most.spendable
        ? 'BonusNotEnough'
        : amount > most.bonusAtMost
          ? 'BonusNeedsCard'
          : null;
  if (!(await change(world, desk, { kind: 'spendBonus', amountSom: amount }, refused))) return;
  wish.bonus = amount;
  wish.isApproved = true;
}

async function payByGiftCard(world: World, desk: Desk, drawn: NonNullable<Sell['giftCard']>): Promise<void> {
  const { shop } = world;
  const card = picked(shop.giftCards, drawn.card);
  if (card === undefined) return;
  const may = giftCardPays(card, shop.today);
  const amount = drawn.part === null ? null : Math.max(1, partOf(card.balance, drawn.part));
  const isOver = card.expiresOn !== null && card.expiresOn < shop.today;
  const refused = card.isBlocked
    ? 'GiftCardBlocked'
    : isOver
      ? 'GiftCardExpired'
      : may === 0
        ? 'GiftCardEmpty'
        : null;
  const wanted = { kind: 'payByGiftCard', code: card.number, amountSom: amount } as const;
  if (await change(world, desk, wanted, refused)) desk.wish.giftCard = { card, amount };
}

async function spendStoreCredit(world: World, desk: Desk, part: number): Promise<void> {
  const { wish } = desk;
  const { customer } = wish;
  if (customer === null || customer.storeCredit <= 0) return;
  const amount = partOf(customer.storeCredit, part);
  if (amount === 0) return;
  const quote = quoteOf(world.shop, { ...wish, isApproved: true, storeCredit: amount });
  const left = quote.total - quote.bonus - quote.giftCard;
  const refused =
    amount > customer.storeCredit
      ? 'StoreCreditNotEnough'
      : Math.min(amount, left) > quote.storeCreditAtMost
        ? 'BonusNeedsCard'
        : null;
  if (!(await change(world, desk, { kind: 'spendStoreCredit', amountSom: amount }, refused))) return;
  wish.storeCredit = amount;
  wish.isApproved = true;
}

/** The owner sells, and may lend above any limit, but not to somebody who gave no phone. */
async function sellOnCredit(world: World, desk: Desk, part: number | null): Promise<void> {
  const { wish } = desk;
  const { customer } = wish;
  if (customer === null) return;
  const quote = quoteOf(world.shop, wish);
  const left = quote.total - quote.bonus - quote.giftCard - quote.storeCredit;
  const amount = part === null ? null : Math.max(1, partOf(left, part));
  const wanted = { kind: 'sellOnCredit', amountSom: amount, dueOn: null } as const;
  if (await change(world, desk, wanted, customer.isRegistered ? null : 'DebtNeedsCustomer'))
    wish.debt = { amount };
}
