/** A finished sale as a return looks at it: what was sold and paid, what has come back, what is still owed for it. */
import type { Kysely } from 'kysely';
import type { Adjustment, TenderShares } from '../../shared/basket.ts';
import { takesMoney } from '../../shared/credit/giftCard.ts';
import {
  allocate,
  basisPoints,
  type Som,
  smallerSom,
  som,
  subtractSom,
  sumOf,
  thousandths,
  zeroSom,
} from '../../shared/money.ts';
import type { DiscountedLine, MoneyPaid } from '../../shared/sale/moneyBack.ts';
import type { SoldLine, SoldSale } from '../../shared/sale/returnLines.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { debtOfSale, giftCardOf, moneyForDebtOf, paidOnDebt } from '../credit/queries.ts';
import type { Tables } from '../database/tables.ts';
import type { LotHolder } from '../loyalty/queries.ts';
import { attachmentOf, type SaleRows } from './queries.ts';
import {
  couponUseOf,
  exchangeOriginsOf,
  isErasedCustomer,
  isOfExchange,
  livingCustomerId,
  repaymentBonusOf,
  returnedLinesOf,
  returnedTendersOf,
  returnsOf,
} from './returnQueries.ts';

type Db = Kysely<Tables>;

export interface SaleToReturn {
  readonly rows: SaleRows;
  readonly sold: SoldSale;
  /** The customer of the sale as they are now, also one who was attached to it later. */
  readonly customerId: string | null;
  /** They were erased since: nothing can wait for them on an account. */
  readonly isErased: boolean;
  readonly giftCardId: string | null;
  readonly partner: { readonly partnerId: string; readonly bonusShareSom: Som } | null;
  /** How money came, without what earlier returns gave back. */
  readonly moneyPaid: readonly MoneyPaid[];
  readonly returns: Awaited<ReturnType<typeof returnsOf>>;
}

/** Where a return is decided: inside its own transaction, or by a question that writes nothing. */
export interface ReturnSource {
  readonly db: Db;
  readonly businessDay: BusinessDay;
  readonly settings: ShopSettings;
}

/** Loads all of it; the lines are named by their numbers. */
export async function saleToReturn(
  { db, businessDay }: Pick<ReturnSource, 'db' | 'businessDay'>,
  rows: SaleRows,
): Promise<SaleToReturn> {
  const { sale, tenders } = rows;
  const returns = await returnsOf(db, sale.id);
  const back = await returnedLinesOf(db, sale.id);
  const customerId = await customerOfSale(db, rows);
  const isErased = customerId !== null && (await isErasedCustomer(db, customerId));
  const giftCardId = tenders.find(({ kind }) => kind === 'giftCard')?.reference ?? null;
  const partner = await partnerOfSale(db, rows);
  const debt = await debtFacts(db, rows, back);
  const cardTakesBack = giftCardId === null || (await takesMoneyBack(db, giftCardId, businessDay));
  return {
    rows,
    sold: {
      lines: rows.lines.map((line, index) => soldLine(line, back, partner?.shares[index])),
      vatSom: som(sale.vat_som),
      vatReversedSom: sumOf(returns, (each) => som(each.vat_som)),
      bonusEarnedSom: som(sale.bonus_earned_som + (await repaymentBonusOf(db, sale.id))),
      bonusTakenBackSom: sumOf(returns, (each) => som(each.bonus_taken_back_som)),
      ...debt,
      // With nobody to owe it to, the money waits on the card: the owner may extend or open it again.
      giftCardTakesBack: cardTakesBack || customerId === null || isErased,
      roundingSom: som(sale.rounding_som),
      donationSom: donationOf(rows),
      isSameDay: sale.business_day === businessDay,
      cashback: {
        earnWhileRedeeming: true,
        debtEarns: sale.has_debt_earned === 1 ? 'atOnce' : 'whenRepaid',
      },
    },
    customerId,
    isErased,
    giftCardId,
    partner: partner === null ? null : partner,
    moneyPaid: await moneyPaid(db, rows),
    returns,
  };
}

type ReturnedLines = Awaited<ReturnType<typeof returnedLinesOf>>;

async function customerOfSale(db: Db, { sale }: SaleRows): Promise<string | null> {
  const customerId = sale.customer_id ?? (await attachmentOf(db, sale.id))?.customer_id ?? null;
  return customerId === null ? null : livingCustomerId(db, customerId);
}

function soldLine(line: SaleRows['lines'][number], back: ReturnedLines, partnerShareSom = zeroSom): SoldLine {
  const own = back.filter((each) => each.line_no === line.line_no);
  const returned = own.reduce((sum, each) => sum + each.quantity_thousandths, 0);
  const backOf = (column: 'bonus_som' | 'gift_card_som' | 'store_credit_som' | 'debt_som' | 'money_som') =>
    sumOf(own, (each) => som(each[column]));
  const refunded: TenderShares = {
    bonusSom: backOf('bonus_som'),
    giftCardSom: backOf('gift_card_som'),
    storeCreditSom: backOf('store_credit_som'),
    debtSom: backOf('debt_som'),
    moneySom: backOf('money_som'),
  };
  return {
    lineId: String(line.line_no),
    quantityThousandths: thousandths(line.quantity_thousandths),
    shares: {
      bonusSom: som(line.bonus_share_som),
      giftCardSom: som(line.gift_card_share_som),
      storeCreditSom: som(line.store_credit_share_som),
      debtSom: som(line.debt_share_som),
      moneySom: som(line.money_share_som),
    },
    vatBasisPoints: line.vat_basis_points === null ? null : basisPoints(line.vat_basis_points),
    bonusBasisPoints: basisPoints(line.bonus_basis_points),
    returnedThousandths: thousandths(returned),
    refunded,
    partnerShareSom,
  };
}

/**
 * The partner's part of a coupon, on each line as the sale shared it: where the coupon took something off, its part is a part of
 * that; where it gave bonus, of the bonus.
 */
async function partnerOfSale(db: Db, { sale, lines, adjustments }: SaleRows) {
  const use = await couponUseOf(db, sale.id);
  if (use?.partner_id == null) return null;
  const offSom = lines.map((line) =>
    sumOf(
      adjustments.filter(
        (each) =>
          each.line_no === line.line_no &&
          (each.step === 'coupon' ? each.source_id === use.code : each.source_id === use.series_id),
      ),
      (each) => som(each.amount_som),
    ),
  );
  const shareSom = som(use.partner_share_som);
  const hasDiscount = offSom.some((sum) => sum > 0);
  return {
    partnerId: use.partner_id,
    shares: hasDiscount ? allocate(shareSom, offSom) : [],
    bonusShareSom: hasDiscount ? zeroSom : shareSom,
  };
}

/** What is open of the sale's debt, and what was paid of it and not given back with goods (docs/rules.md rule 9). */
async function debtFacts(
  db: Db,
  { sale }: SaleRows,
  back: ReturnedLines,
): Promise<Pick<SoldSale, 'openDebtSom' | 'repaidDebtSom'>> {
  const debt = await debtOfSale(db, sale.id);
  if (debt === null) return { openDebtSom: zeroSom, repaidDebtSom: zeroSom };
  const paidSom = await paidOnDebt(db, debt.id);
  const cameBackSom = sumOf(back, (line) => som(line.debt_som));
  const loweredSom = sumOf(
    (await returnedTendersOf(db, sale.id)).filter(({ kind }) => kind === 'debt'),
    (tender) => som(tender.amount_som),
  );
  const givenBackSom = smallerSom(paidSom, subtractSom(cameBackSom, loweredSom));
  return { openDebtSom: som(debt.open_som), repaidDebtSom: subtractSom(paidSom, givenBackSom) };
}

async function takesMoneyBack(db: Db, number: string, day: BusinessDay): Promise<boolean> {
  const card = await giftCardOf(db, number);
  return card !== null && takesMoney(card, day);
}

/** What was paid above the net, before the cash was rounded. */
function donationOf({ sale, tenders }: SaleRows): Som {
  const paidSom = sumOf(tenders, (tender) => som(tender.amount_som));
  return som(paidSom + sale.rounding_som - sale.net_som);
}

/**
 * What was paid with goods of an earlier sale had once come in its own way, and goes back in that; so does what repaid the
 * sale's debt, or a debt would turn a card into cash.
 */
async function moneyPaid(db: Db, { sale, tenders: all }: SaleRows): Promise<readonly MoneyPaid[]> {
  const back = await returnedTendersOf(db, sale.id);
  const isExchanged = all.some((tender) => isOfExchange(tender.reference));
  const tenders = [
    ...all.filter((tender) => !isOfExchange(tender.reference)),
    ...(isExchanged ? await exchangeOriginsOf(db, sale.id) : []),
    ...(all.some(({ kind }) => kind === 'debt') ? await moneyForDebtOf(db, sale.id) : []),
  ];
  const left = back.map((tender) => ({ ...tender }));
  return tenders.flatMap(({ kind, provider, amount_som: amountSom }): readonly MoneyPaid[] => {
    if (kind !== 'cash' && kind !== 'card' && kind !== 'qr') return [];
    let leftSom = amountSom;
    for (const each of left) {
      if (each.kind !== kind || each.provider !== provider) continue;
      const taken = Math.min(each.amount_som, leftSom);
      leftSom -= taken;
      each.amount_som -= taken;
    }
    return [{ kind, provider: provider as MoneyPaid['provider'], leftSom: som(leftSom) }];
  });
}

/** The lines that come back, as their discounts look at them. */
export function discountedLines(
  { rows, sold }: Pick<SaleToReturn, 'rows' | 'sold'>,
  back: readonly { readonly lineId: string; readonly quantityThousandths: number }[],
): readonly DiscountedLine[] {
  return back.flatMap(({ lineId, quantityThousandths }): readonly DiscountedLine[] => {
    const line = rows.lines.find((each) => String(each.line_no) === lineId);
    const known = sold.lines.find((each) => each.lineId === lineId);
    if (line === undefined || known === undefined) return [];
    const adjustments = rows.adjustments.filter((each) => each.line_no === line.line_no);
    return [
      {
        grossSom: som(line.gross_som),
        settledSom: som(line.settled_som),
        adjustments: adjustments.map((each) => ({
          step: each.step as Adjustment['step'],
          amountSom: som(each.amount_som),
        })),
        quantityThousandths: line.quantity_thousandths,
        returnedBeforeThousandths: known.returnedThousandths,
        returnedAfterThousandths: known.returnedThousandths + quantityThousandths,
      },
    ];
  });
}

/** Whose lots the sale moved: the customer's, else those that wait on the receipt's claim code. */
export function holderOf({ customerId, rows }: Pick<SaleToReturn, 'customerId' | 'rows'>): LotHolder | null {
  if (customerId !== null) return { kind: 'customer', id: customerId };
  const code = rows.sale.claim_code;
  return code === null ? null : { kind: 'claim', id: code };
}
