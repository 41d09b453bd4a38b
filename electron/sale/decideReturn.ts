/** Decides a return without writing anything: the preview, the return itself and an exchange ask the same function. */
import { fractionalUnits, type Tender, type TenderKind, type Unit } from '../../shared/basket.ts';
import { isRefused, Refusal } from '../../shared/errors.ts';
import {
  addSom,
  ONE,
  type Som,
  smallerSom,
  som,
  subtractSom,
  sumOf,
  thousandths,
  zeroSom,
} from '../../shared/money.ts';
import { moneyBackAs } from '../../shared/sale/moneyBack.ts';
import type { MoneyBackWay } from '../../shared/sale/returnContract.ts';
import { type Return, returnLines } from '../../shared/sale/returnLines.ts';
import type { LocalText } from '../../shared/text.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import { couponsOfReturn } from '../coupon/inTransaction.ts';
import { planComeBack } from '../loyalty/inTransaction.ts';
import type { ReturnDecision } from './decidedReturn.ts';
import { saleWithParts } from './queries.ts';
import { exchangeReference } from './returnQueries.ts';
import { holderOf, type ReturnSource, type SaleToReturn, saleToReturn } from './soldSale.ts';

export interface WantedReturn {
  readonly saleId: string;
  readonly lines: readonly { readonly lineNumber: number; readonly quantityThousandths: number }[];
  readonly moneyBack: MoneyBackWay;
}

/**
 * What would come back and where to. Throws ReceiptUnknown, ReturnTooMuch with what is left of the line, WholePiecesOnly for
 * half a piece, and StoreCreditNeedsCustomer. Who may do it is asked by the verbs: `isLate` and the tenders say what for.
 */
export async function decideReturn(source: ReturnSource, wanted: WantedReturn): Promise<ReturnDecision> {
  const rows = await saleWithParts(source.db, wanted.saleId);
  if (rows === null) throw new Refusal('ReceiptUnknown');
  const sale = await saleToReturn(source, rows);
  const back = returned(sale, wanted);
  const { isWhole } = back;
  const soldOn = rows.sale.business_day as BusinessDay;
  const { businessDay: day, settings } = source;
  const bonusTakenBackSom = addSom(back.bonusTakenBackSom, isWhole ? bonusOfPromotions(sale) : zeroSom);
  const bonus = await bonusMoved(source, sale, back, bonusTakenBackSom);
  const isKept = settings.returnBonusFrom === 'money';
  const withheldSom = isKept ? smallerSom(bonus?.owedSom ?? zeroSom, back.moneyBackSom) : zeroSom;
  const moneyBackSom = subtractSom(back.moneyBackSom, withheldSom);
  const lastOn = addDays(soldOn, settings.returnDays);
  return {
    sale,
    back,
    isCancel: isWhole && sale.sold.isSameDay,
    bonusTakenBackSom,
    withheldSom,
    moneyBackSom,
    tenders: tendersBack(sale, back, moneyInWay(sale, moneyBackSom, wanted.moneyBack)),
    bonusAfter:
      bonus === null || sale.customerId === null
        ? null
        : { balanceSom: addSom(bonus.balanceSom, withheldSom), lots: bonus.lots },
    coupons: await couponsOfReturn(source.db, { saleId: wanted.saleId, soldOn, day, isWhole }),
    lastOn,
    isLate: day > lastOn,
    isOtherwise: isCashForCard(sale, moneyBackSom, wanted.moneyBack),
  };
}

/** A line can never come back twice: what has come back of it is counted with every return. */
function returned({ sold, rows, isErased }: SaleToReturn, { lines }: WantedReturn): Return {
  for (const { lineNumber, quantityThousandths } of lines) {
    const line = rows.lines.find((each) => each.line_no === lineNumber);
    const isBroken = quantityThousandths % ONE !== 0;
    if (line !== undefined && isBroken && !fractionalUnits.includes(line.unit as Unit)) {
      throw new Refusal('WholePiecesOnly', { name: JSON.parse(line.name_json) as LocalText });
    }
  }
  const wanted = lines.map(({ lineNumber, quantityThousandths }) => ({
    lineId: String(lineNumber),
    quantityThousandths: thousandths(quantityThousandths),
  }));
  const back = returnLines(sold, wanted);
  if (!isRefused(back)) return isErased ? accountAsMoney(back) : back;
  const lineNumber = Number(back.data.lineId);
  const leftThousandths = back.refused === 'ReturnTooMuch' ? back.data.leftThousandths : 0;
  throw new Refusal('ReturnTooMuch', { lineNumber, leftThousandths });
}

/** What an account had paid is handed back: on the account of nobody it would be lost. */
function accountAsMoney(back: Return): Return {
  return {
    ...back,
    moneyBackSom: addSom(back.moneyBackSom, back.storeCreditBackSom),
    storeCreditBackSom: zeroSom,
  };
}

/** Null for a sale that moved no lots: nobody was there who could have had any. */
async function bonusMoved(source: ReturnSource, sale: SaleToReturn, back: Return, takenBackSom: Som) {
  const holder = holderOf(sale);
  if (holder === null) return null;
  return planComeBack(source.db, {
    saleId: sale.rows.sale.id,
    soldAt: sale.rows.sale.sold_at,
    holder,
    isWhole: back.isWhole,
    givenBackSom: back.bonusBackSom,
    takenBackSom,
    burntBeforeSom: sumOf(sale.returns, (each) => som(each.bonus_burnt_som)),
    day: source.businessDay,
    settings: source.settings,
  });
}

/** What promotions gave in bonus on the sale: it follows the whole sale, not its lines. */
function bonusOfPromotions({ rows }: SaleToReturn): Som {
  const given = rows.rewards.filter(({ kind }) => kind === 'bonus');
  return som(given.reduce((sum, reward) => sum + reward.reward_count, 0));
}

/** Throws StoreCreditNeedsCustomer where nobody is known on whose account it could go. */
function moneyInWay(sale: SaleToReturn, moneySom: Som, way: MoneyBackWay): readonly Tender[] {
  switch (way) {
    case 'asPaid':
      return moneyBackAs(moneySom, sale.moneyPaid);
    case 'cash':
      return tender('cash', moneySom);
    case 'storeCredit':
      if (sale.customerId === null || sale.isErased) throw new Refusal('StoreCreditNeedsCustomer');
      return tender('storeCredit', moneySom);
  }
}

/** Everything but money goes where it came from; money that goes onto the account goes there in one sum. */
function tendersBack(
  { giftCardId }: SaleToReturn,
  back: Return,
  money: readonly Tender[],
): readonly Tender[] {
  const onAccountSom = sumOf(
    money.filter(({ kind }) => kind === 'storeCredit'),
    (each) => each.amountSom,
  );
  return [
    ...tender('bonus', back.bonusBackSom),
    ...tender('giftCard', back.giftCardBackSom, giftCardId),
    ...tender('storeCredit', addSom(back.storeCreditBackSom, onAccountSom)),
    ...tender('debt', back.debtLoweredSom),
    ...money.filter(({ kind }) => kind !== 'storeCredit'),
  ];
}

function tender(kind: TenderKind, amountSom: Som, reference: string | null = null): readonly Tender[] {
  return amountSom === 0 ? [] : [{ kind, provider: null, amountSom, reference }];
}

/**
 * The same return when `usedSom` of its money pays for other goods: so much passes through the drawer under the return's
 * number, and the rest goes back as it was paid.
 */
export function tendersOfExchange(
  { sale, back, moneyBackSom }: Pick<ReturnDecision, 'sale' | 'back' | 'moneyBackSom'>,
  usedSom: Som,
  number: number,
): readonly Tender[] {
  const rest = moneyBackAs(subtractSom(moneyBackSom, usedSom), sale.moneyPaid);
  return tendersBack(sale, back, [...tender('cash', usedSom, exchangeReference(number)), ...rest]);
}

const moneyKinds: readonly TenderKind[] = ['cash', 'card', 'qr'];

/** What is handed back in money: from the drawer, to the card or to the telephone. */
export function handedBackSom(tenders: readonly Tender[]): Som {
  const money = tenders.filter(({ kind }) => moneyKinds.includes(kind));
  return sumOf(money, (each) => each.amountSom);
}

/** Cash goes back for money that came by card or telephone. */
function isCashForCard({ moneyPaid }: SaleToReturn, moneySom: Som, way: MoneyBackWay): boolean {
  return way === 'cash' && moneyBackAs(moneySom, moneyPaid).some(({ kind }) => kind !== 'cash');
}
