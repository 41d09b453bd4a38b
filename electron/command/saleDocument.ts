/** A sale as the receipt runner reads it → everything that the till's own receipt is made from. */
import { lineAmount, som, vatInside } from '../../shared/money.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { SaleRows } from '../sale/queries.ts';
import type { SaleOnPaper } from '../sale/saleOnPaper.ts';
import type { SaleDocument } from './receiptDocument.ts';

/** Where a document contradicts itself: the path of a field, and what is wrong there. */
export interface Problem {
  readonly at: string;
  readonly says: string;
}

type DocumentLine = SaleDocument['lines'][number];

const nobody = '';
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/**
 * What is wrong with the sums of a sale; nothing when it could have been sold:
 *
 * | part    | rule                                                                           |
 * |---------|--------------------------------------------------------------------------------|
 * | a line  | its discounts take off no more than it costs                                   |
 * | tenders | with the rounding they come to the goods and the donation                      |
 * | cash    | what was handed over covers the cash tender and the change kept on the account |
 */
export function contradictionsIn(document: SaleDocument): readonly Problem[] {
  const lines = document.lines.flatMap((line, index): Problem[] => {
    const netSom = netOf(line);
    return netSom >= 0
      ? []
      : [{ at: `lines.${index}.discounts`, says: `they take off ${-netSom} more than the line costs` }];
  });
  const asked = sum(document.lines.map(netOf)) + (document.donation?.amountSom ?? 0);
  const paid = sum(document.tenders.map(({ amountSom }) => amountSom)) + document.roundingSom;
  const tenders: Problem[] =
    asked === paid
      ? []
      : [{ at: 'tenders', says: `they come to ${paid} with the rounding, but ${asked} is to pay` }];
  const changeSom = changeOf(document);
  const cash: Problem[] =
    changeSom >= 0
      ? []
      : [{ at: 'receivedCashSom', says: `${-changeSom} less than the cash tender and the change kept` }];
  return [...lines, ...tenders, ...cash];
}

function grossOf({ priceSom, quantityThousandths }: DocumentLine): number {
  return lineAmount(priceSom, quantityThousandths);
}

function netOf(line: DocumentLine): number {
  return grossOf(line) - sum(line.discounts.map(({ amountSom }) => amountSom));
}

function vatOf(line: DocumentLine, { shop }: SaleDocument): number {
  const rate = line.vatBasisPoints === undefined ? shop.vatBasisPoints : line.vatBasisPoints;
  return rate === null ? 0 : vatInside(som(netOf(line)), rate);
}

function paidBy(document: SaleDocument, kind: 'cash' | 'bonus'): number {
  return sum(document.tenders.map((tender) => (tender.kind === kind ? tender.amountSom : 0)));
}

function receivedOf(document: SaleDocument): number {
  return document.receivedCashSom ?? paidBy(document, 'cash') + document.changeToAccountSom;
}

function changeOf(document: SaleDocument): number {
  return receivedOf(document) - paidBy(document, 'cash') - document.changeToAccountSom;
}

/** The sale as the till keeps it; `coupons` are its coupons as blocks. Only for a document without contradictions. */
export function saleOnPaperOf(document: SaleDocument, coupons: readonly Block[]): SaleOnPaper {
  const { shop, customer, progress, donation } = document;
  return {
    sale: saleRowOf(document),
    lines: document.lines.map((line, index) => lineRowOf(document, line, index)),
    adjustments: adjustmentRowsOf(document),
    tenders: document.tenders.map((tender, index) => ({
      sale_id: nobody,
      tender_no: index + 1,
      kind: tender.kind,
      provider: tender.provider,
      amount_som: tender.amountSom,
      reference: tender.reference,
    })),
    rewards: document.rewards.map(({ name, benefit, count }, index) => ({
      sale_id: nobody,
      reward_no: index + 1,
      promotion_id: nobody,
      name_json: JSON.stringify(name),
      kind: benefit.kind,
      reward_count: count,
      benefit_json: JSON.stringify(benefit),
    })),
    settings: shop,
    cashierName: document.cashier,
    customerName: customer?.name ?? '',
    buyer: customer?.firm ?? null,
    friendBonusSom: customer?.friendBonusSom ?? 0,
    progress: {
      ...progress,
      stamps: progress.stamps.map((standing) => ({ ...standing, stampCardId: nobody })),
      challenges: progress.challenges.map((standing) => ({ ...standing, challengeId: nobody })),
    },
    fundName: donation?.fund ?? null,
    coupons,
    logo: document.logo,
    advice: Object.fromEntries(
      document.lines.flatMap(({ advice }, index) => (advice === null ? [] : [[productOf(index), advice]])),
    ),
    fiscal: document.fiscal,
  };
}

/** Every line is a product of its own. */
function productOf(index: number): string {
  return String(index);
}

function saleRowOf(document: SaleDocument): SaleRows['sale'] {
  const { lines, shop, customer, claim } = document;
  return {
    id: nobody,
    till_id: nobody,
    number: document.number,
    receipt_code: document.receiptCode,
    shift_id: nobody,
    person_id: nobody,
    business_day: document.soldAt.slice(0, 10),
    sold_at: document.soldAt,
    customer_id: customer === null ? null : nobody,
    identification: null,
    claim_code: claim?.code ?? null,
    claim_expires_on: claim?.expiresOn ?? null,
    language: document.language ?? shop.language,
    gross_som: sum(lines.map(grossOf)),
    net_som: sum(lines.map(netOf)),
    vat_som: sum(lines.map((line) => vatOf(line, document))),
    rounding_som: document.roundingSom,
    received_cash_som: receivedOf(document),
    change_som: changeOf(document),
    bonus_spent_som: paidBy(document, 'bonus'),
    bonus_earned_som: document.bonusEarnedSom,
    bonus_balance_som: customer?.bonusBalanceSom ?? null,
    line_count: lines.length,
    entered_at: document.enteredAt,
    has_debt_earned: 0,
  };
}

function lineRowOf(document: SaleDocument, line: DocumentLine, index: number): SaleRows['lines'][number] {
  return {
    sale_id: nobody,
    line_no: index + 1,
    product_id: productOf(index),
    name_json: JSON.stringify(line.name),
    unit: line.unit,
    price_som: line.priceSom,
    quantity_thousandths: line.quantityThousandths,
    gross_som: grossOf(line),
    net_som: netOf(line),
    settled_som: netOf(line),
    vat_basis_points: line.vatBasisPoints === undefined ? document.shop.vatBasisPoints : line.vatBasisPoints,
    vat_som: vatOf(line, document),
    bonus_basis_points: 0,
    bonus_share_som: 0,
    gift_card_share_som: 0,
    store_credit_share_som: 0,
    debt_share_som: 0,
    money_share_som: netOf(line),
    cost_som: null,
  };
}

function adjustmentRowsOf(document: SaleDocument): SaleRows['adjustments'] {
  return document.lines.flatMap((line, index) =>
    line.discounts.map(({ reason, amountSom }, position) => ({
      sale_id: nobody,
      line_no: index + 1,
      adjustment_no: position + 1,
      step: 'manual',
      source_id: nobody,
      reason_json: JSON.stringify(reason),
      amount_som: amountSom,
    })),
  );
}
