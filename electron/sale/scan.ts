/** One round trip decides what a scanned or typed code is and acts on it (docs/rules.md rule 22). */
import type { z } from 'zod';
import { isRefused, Refusal } from '../../shared/errors.ts';
import { spendableSom } from '../../shared/loyalty/lots.ts';
import type { Thousandths } from '../../shared/money.ts';
import { addProduct, addUnknownCode, type BasketContent } from '../../shared/sale/basketContent.ts';
import { saleContract, type scanOutcomeSchema } from '../../shared/sale/contract.ts';
import { readScan, type Scan } from '../../shared/sale/readScan.ts';
import { productByBarcode } from '../catalogue/queries.ts';
import { couponOfCode } from '../coupon/queries.ts';
import { customerOfCard } from '../customer/inTransaction.ts';
import { customerFacts, issuedCard, ownerOfPhone } from '../customer/queries.ts';
import { judgeReferral } from '../loyalty/inTransaction.ts';
import { lotsOf } from '../loyalty/queries.ts';
import { draftingVerb, type WriteScope } from '../verb.ts';
import { withCustomer } from './basketVerbs.ts';
import { giftCardThatPays } from './chosenPayments.ts';
import { putCouponOn, putKnownCouponOn } from './couponOnBasket.ts';
import { basketToChange, saveContent, viewIn } from './openBasket.ts';
import { saleOfQuote } from './parking.ts';
import {
  attachmentOf,
  lastSaleIdOf,
  type StoredBasket,
  saleOfClaimCode,
  saleOfReceiptCode,
} from './queries.ts';

type Outcome = z.input<typeof scanOutcomeSchema>;

interface Scanned {
  readonly content: BasketContent;
  readonly outcome: Outcome;
}

/** Weighed goods with a label of the scale come with a later setting; until then no prefix is a scale's. */
const scalePrefixes: Parameters<typeof readScan>[1] = [];

export const scanCode = draftingVerb(saleContract.scan, async (scope, input) => {
  const { stored, isRepeated } = await basketToChange(scope, input);
  const { content } = stored;
  const scan = readScan(input.code, scalePrefixes);
  if (isRepeated) {
    const outcome =
      lastLineOf(content) ?? (await actOn(scope, stored, scan, input.quantityThousandths)).outcome;
    return { basket: await viewIn(scope, stored), outcome };
  }
  const scanned = await actOn(scope, stored, scan, input.quantityThousandths);
  if (scanned.content === content) return { basket: await viewIn(scope, stored), outcome: scanned.outcome };
  const basket = await saveContent(scope, stored, scanned.content, input.intentionId);
  return { basket, outcome: scanned.outcome };
});

/** The answer to a repeated scan of goods: the line is there already. */
function lastLineOf({ lines }: BasketContent): Outcome | null {
  const last = lines.at(-1);
  return last === undefined ? null : { kind: last.kind, lineId: last.lineId };
}

async function actOn(
  scope: WriteScope,
  stored: StoredBasket,
  scan: Scan,
  quantity: Thousandths,
): Promise<Scanned> {
  const { content } = stored;
  switch (scan.kind) {
    case 'card':
      return scanCard(scope, content, scan.number);
    case 'coupon': {
      const next = await putCouponOn(scope, stored, scan.code, null);
      return { content: next, outcome: { kind: 'coupon', code: scan.code } };
    }
    case 'receipt':
      return scanReceipt(scope, content, scan.code);
    case 'claim':
      return scanClaim(scope, content, scan.code);
    case 'referral':
      return scanReferral(scope, content, scan.code);
    case 'giftCard': {
      const { number, balanceSom } = await giftCardThatPays(scope, scan.code);
      const giftCard = { number, amountSom: null };
      return { content: { ...content, giftCard }, outcome: { kind: 'giftCard', number, balanceSom } };
    }
    case 'parked':
      return { content, outcome: { kind: 'parked', saleId: await saleOfQuote(scope.trx, scan.code) } };
    case 'badge':
      return { content, outcome: { kind: 'badge', code: scan.code } };
    case 'phoneLike':
      return (await scanPartnerCode(scope, stored, scan.text)) ?? scanPhone(scope, content, scan, quantity);
    case 'scale':
      return (
        (await scanPartnerCode(scope, stored, scan.code)) ?? scanProduct(scope, content, scan.code, quantity)
      );
    case 'product':
      return (
        (await scanPartnerCode(scope, stored, scan.text)) ?? scanShelfCode(scope, content, scan, quantity)
      );
  }
}

/** The codes of partners' lists and ranges go before everything on the shelf; null when it is none of theirs. */
async function scanPartnerCode(
  scope: WriteScope,
  stored: StoredBasket,
  text: string,
): Promise<Scanned | null> {
  const known = await couponOfCode(scope.trx, text);
  if (known === null) return null;
  const content = await putKnownCouponOn(scope, stored, known, null);
  return { content, outcome: { kind: 'coupon', code: known.coupon.code } };
}

/** Meant as one of our own codes but misread: a red line would only confuse. */
async function scanShelfCode(
  scope: WriteScope,
  content: BasketContent,
  { text, meantAs }: Extract<Scan, { kind: 'product' }>,
  quantity: Thousandths,
): Promise<Scanned> {
  if (meantAs === 'coupon') throw new Refusal('CouponNotReadable');
  if (meantAs !== null && !(await isProduct(scope, text))) throw new Refusal('CodeNotReadable');
  return scanProduct(scope, content, text, quantity);
}

/** A customer's own code for friends; it is judged again at every look, because the customer may change. */
async function scanReferral(scope: WriteScope, content: BasketContent, code: string): Promise<Scanned> {
  const { businessDay: day, settings } = scope;
  const friendId = content.customer?.customerId ?? null;
  const judged = await judgeReferral(scope.trx, { code, friendId, day, settings });
  if (isRefused(judged)) throw new Refusal(judged.refused, judged.data);
  return {
    content: { ...content, referralCode: code },
    outcome: { kind: 'referral', referrerName: judged.referrerName },
  };
}

async function isProduct(scope: WriteScope, code: string): Promise<boolean> {
  return (await productByBarcode(scope.trx, code, scope.settings)) !== null;
}

async function scanProduct(
  scope: WriteScope,
  content: BasketContent,
  code: string,
  quantity: Thousandths,
): Promise<Scanned> {
  const product = await productByBarcode(scope.trx, code, scope.settings);
  const lineId = scope.newId();
  if (product === null && (await issuedCard(scope.trx, code)) !== null) return scanCard(scope, content, code);
  if (product === null) {
    const next = addUnknownCode(content, code, quantity, lineId);
    const line = next.lines.find((each) => each.kind === 'unknown' && each.code === code);
    return { content: next, outcome: { kind: 'unknown', lineId: line?.lineId ?? lineId } };
  }
  if (!product.isActive) throw new Refusal('ProductNotSold', { name: product.name });
  const next = addProduct(content, product.id, quantity, lineId);
  const line = next.lines.find((each) => each.kind === 'product' && each.productId === product.id);
  return { content: next, outcome: { kind: 'product', lineId: line?.lineId ?? lineId } };
}

async function scanCard(scope: WriteScope, content: BasketContent, number: string): Promise<Scanned> {
  const holder = await customerOfCard(scope.trx, number, {
    now: scope.now,
    businessDay: scope.businessDay,
    tillId: scope.tillId,
    newId: scope.newId,
    personId: scope.actor.personId,
  });
  if (isRefused(holder)) throw new Refusal(holder.refused);
  return {
    content: withCustomer(content, holder),
    outcome: { kind: 'customer', customerId: holder.customerId },
  };
}

/** The customer's own last receipt stands for the card; another receipt is shown, and may be given to its customer. */
async function scanReceipt(scope: WriteScope, content: BasketContent, code: string): Promise<Scanned> {
  const sale = await saleOfReceiptCode(scope.trx, code);
  if (sale === undefined) throw new Refusal('ReceiptUnknown');
  const bookedUnder = sale.customer_id ?? (await attachmentOf(scope.trx, sale.id))?.customer_id ?? null;
  // Whoever the receipt was made out to may have become another customer since.
  const customerId =
    bookedUnder === null ? null : ((await customerFacts(scope.trx, bookedUnder))?.id ?? bookedUnder);
  if (customerId !== null && (await lastSaleIdOf(scope.trx, customerId)) === sale.id) {
    return {
      content: withCustomer(content, { customerId, identification: 'receipt' }),
      outcome: { kind: 'customer', customerId, receipt: { saleId: sale.id, number: sale.number } },
    };
  }
  const mayAttach = customerId === null && sale.business_day === scope.businessDay;
  return { content, outcome: { kind: 'receipt', saleId: sale.id, number: sale.number, mayAttach } };
}

async function scanClaim(scope: WriteScope, content: BasketContent, code: string): Promise<Scanned> {
  const sale = await saleOfClaimCode(scope.trx, code);
  if (sale === undefined) throw new Refusal('ClaimUnknown');
  if ((await attachmentOf(scope.trx, sale.id)) !== undefined) throw new Refusal('ClaimTaken');
  const lots = await lotsOf(scope.trx, { kind: 'claim', id: code });
  return { content, outcome: { kind: 'claim', code, bonusSom: spendableSom(lots, scope.businessDay) } };
}

/** A product that carries the very same digits goes first; then the phone's owner; else the phone is new. */
async function scanPhone(
  scope: WriteScope,
  content: BasketContent,
  scan: Extract<Scan, { kind: 'phoneLike' }>,
  quantity: Thousandths,
): Promise<Scanned> {
  if (await isProduct(scope, scan.text)) return scanProduct(scope, content, scan.text, quantity);
  // A card of another program, which may be digits like a phone's.
  if ((await issuedCard(scope.trx, scan.text)) !== null) return scanCard(scope, content, scan.text);
  const owner = await ownerOfPhone(scope.trx, scan.e164);
  if (owner === null) return { content, outcome: { kind: 'newPhone', phone: scan.e164 } };
  return {
    content: withCustomer(content, { customerId: owner.id, identification: 'phone' }),
    outcome: { kind: 'customer', customerId: owner.id },
  };
}
