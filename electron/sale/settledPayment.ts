/** Checks what is paid against what was quoted: money exactly, and bonus, gift card, account and debt as promised. */
import type { Tender, TenderKind } from '../../shared/basket.ts';
import { isRefused, Refusal } from '../../shared/errors.ts';
import { type Som, subtractSom, zeroSom } from '../../shared/money.ts';
import { cashRoundingOf, groupsOf } from '../../shared/sale/quoteBasket.ts';
import { type Settlement, settlePayment } from '../../shared/sale/tenders.ts';
import type { WriteScope } from '../verb.ts';
import type { ExchangedReturn } from './exchange.ts';
import type { LoadedBasket } from './loadBasket.ts';
import { exchangeReference, isOfExchange } from './returnQueries.ts';

/**
 * What is paid, in the fixed order. Throws TendersDoNotCover when the money, or any other way of paying, is not what the
 * quote says, CashTooLittle, and TenderNotAccepted for what was not chosen on the basket, or for another gift card.
 */
export function settledPayment(
  { settings }: WriteScope,
  input: { readonly tenders: readonly Tender[]; readonly receivedCashSom: Som },
  { quote, facts }: LoadedBasket,
): Settlement {
  const settlement = settlePayment({
    netSom: subtractSom(quote.totalSom, quote.exchangePaysSom),
    donationSom: quote.donation?.amountSom ?? zeroSom,
    tenders: input.tenders,
    receivedCashSom: input.receivedCashSom,
    rounding: cashRoundingOf(settings),
  });
  if (isRefused(settlement)) throw new Refusal(settlement.refused, settlement.data);
  const promised = groupsOf(quote);
  for (const [kind, group] of chosenBefore) {
    const missingSom = subtractSom(promised[group], settlement[group]);
    if (missingSom === 0) continue;
    const isUnasked = promised[group] === 0 && kind !== 'bonus';
    throw isUnasked
      ? new Refusal('TenderNotAccepted', { kind })
      : new Refusal('TendersDoNotCover', { missingSom });
  }
  const card = input.tenders.find(({ kind }) => kind === 'giftCard')?.reference ?? null;
  if (card !== null && card !== facts.giftCard?.number) {
    throw new Refusal('TenderNotAccepted', { kind: 'giftCard' });
  }
  return settlement;
}

/** What must have been chosen on the basket before it can be among the tenders. */
const chosenBefore = [
  ['bonus', 'bonusSom'],
  ['giftCard', 'giftCardSom'],
  ['storeCredit', 'storeCreditSom'],
  ['debt', 'debtSom'],
] as const;

/**
 * What a tender refers to is the basket's: the number of the gift card, the last day of the debt. What goods that came back
 * pay is cash that went through the drawer under the number of their return, before the customer's own.
 */
export function tendersWithReferences(
  tenders: readonly Tender[],
  { facts }: LoadedBasket,
  exchanged: Pick<ExchangedReturn, 'usedSom' | 'number'> | null,
): readonly Tender[] {
  const references: Partial<Record<TenderKind, string | null>> = {
    giftCard: facts.giftCard?.number ?? null,
    debt: facts.content.debt?.dueOn ?? null,
  };
  const known = tenders.map((tender) => ({
    ...tender,
    reference: references[tender.kind] ?? ownReference(tender),
  }));
  if (exchanged === null || exchanged.usedSom === 0) return known;
  const ofExchange: Tender = {
    kind: 'cash',
    provider: null,
    amountSom: exchanged.usedSom,
    reference: exchangeReference(exchanged.number),
  };
  const isCash = ({ kind }: Tender) => kind === 'cash';
  return [...known.filter((tender) => !isCash(tender)), ofExchange, ...known.filter(isCash)];
}

/** Only the till names a return: a card's money that bore such a name would go back in cash. */
function ownReference({ kind, reference }: Tender): string | null {
  return kind === 'cash' || isOfExchange(reference) ? null : reference;
}
