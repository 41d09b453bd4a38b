/** The verb sale.takeBack: goods come back, and everything that was paid for them goes where it came from (rules 8–10). */
import { fractionalUnits, type Tender, type TenderKind, type Unit } from '../../shared/basket.ts';
import { isRefused, Refusal } from '../../shared/errors.ts';
import { addSom, ONE, type Som, som, zeroSom } from '../../shared/money.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import { moneyBackAs } from '../../shared/sale/moneyBack.ts';
import { type Return, returnLines } from '../../shared/sale/returnLines.ts';
import type { LocalText } from '../../shared/text.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import { bonusBalanceOf } from '../loyalty/inTransaction.ts';
import type { PrintQueue } from '../parts.ts';
import { currentShift } from '../shift/queries.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import type { DecidedReturn } from './decidedReturn.ts';
import { printReturn } from './printReturn.ts';
import { saleWithParts } from './queries.ts';
import { saveReturn } from './saveReturn.ts';
import { type SaleToReturn, saleToReturn } from './soldSale.ts';

type TakeBackInput = Parameters<Parameters<typeof writingVerb<typeof saleContract.takeBack>>[1]>[1];

export const takeBack = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(saleContract.takeBack, async (scope, input) => {
    const decided = await decide(scope, input);
    const rows = await saveReturn(scope, decided);
    await printReturn(scope, decided, rows);
    scope.changed('sale', 'customer', 'shift', 'coupon', 'loyalty', 'credit');
    scope.afterCommit(parts.printQueue.wake);
    const { back, sale } = decided;
    return {
      returnId: decided.returnId,
      number: decided.number,
      netSom: back.netSom,
      moneyBackSom: back.moneyBackSom,
      bonusBackSom: back.bonusBackSom,
      giftCardBackSom: back.giftCardBackSom,
      storeCreditBackSom: back.storeCreditBackSom,
      debtLoweredSom: back.debtLoweredSom,
      bonusTakenBackSom: decided.bonusTakenBackSom,
      bonusBalanceSom: sale.customerId === null ? null : await bonusBalanceOf(scope.trx, sale.customerId),
      isWhole: back.isWhole,
    };
  });

async function decide(scope: WriteScope, input: TakeBackInput): Promise<DecidedReturn> {
  const rows = await saleWithParts(scope.trx, input.saleId);
  if (rows === null) throw new Refusal('ReceiptUnknown');
  requireInTime(scope, rows.sale.business_day as BusinessDay);
  const shift = await currentShift(scope.trx, scope.tillId);
  if (shift === null) throw new Refusal('ShiftNotOpen');
  const sale = await saleToReturn(scope, rows);
  const back = returned(sale, input);
  const isCancel = back.isWhole && sale.sold.isSameDay;
  return {
    returnId: scope.newId(),
    number: await numberAfter(scope.trx, scope.tillId, 'goodsTakenBack'),
    shiftId: shift.id,
    reason: input.reason,
    sale,
    back,
    tenders: tendersBack(sale, back),
    isCancel,
    bonusTakenBackSom: addSom(back.bonusTakenBackSom, back.isWhole ? bonusOfPromotions(sale) : zeroSom),
  };
}

/** After the shop's days only the owner takes goods back, alone or by approving it. */
function requireInTime({ businessDay, settings, actor }: WriteScope, soldOn: BusinessDay): void {
  const lastOn = addDays(soldOn, settings.returnDays);
  const isOwner = actor.role === 'owner' || actor.approver?.role === 'owner';
  if (businessDay > lastOn && !isOwner) throw new Refusal('ReturnTooLate', { lastOn });
}

/** A line can never come back twice: what has come back of it is counted with every return. */
function returned({ sold, rows }: SaleToReturn, { lines }: TakeBackInput): Return {
  for (const { lineNumber, quantityThousandths } of lines) {
    const line = rows.lines.find((each) => each.line_no === lineNumber);
    const isBroken = quantityThousandths % ONE !== 0;
    if (line !== undefined && isBroken && !fractionalUnits.includes(line.unit as Unit)) {
      throw new Refusal('WholePiecesOnly', { name: JSON.parse(line.name_json) as LocalText });
    }
  }
  const wanted = lines.map(({ lineNumber, quantityThousandths }) => ({
    lineId: String(lineNumber),
    quantityThousandths,
  }));
  const back = returnLines(sold, wanted);
  if (!isRefused(back)) return back;
  const lineNumber = Number(back.data.lineId);
  const leftThousandths = back.refused === 'ReturnTooMuch' ? back.data.leftThousandths : 0;
  throw new Refusal('ReturnTooMuch', { lineNumber, leftThousandths });
}

function tendersBack({ moneyPaid, giftCardId }: SaleToReturn, back: Return): readonly Tender[] {
  const other = (kind: TenderKind, amountSom: Som, reference: string | null = null): readonly Tender[] =>
    amountSom === 0 ? [] : [{ kind, provider: null, amountSom, reference }];
  return [
    ...other('bonus', back.bonusBackSom),
    ...other('giftCard', back.giftCardBackSom, giftCardId),
    ...other('storeCredit', back.storeCreditBackSom),
    ...other('debt', back.debtLoweredSom),
    ...moneyBackAs(back.moneyBackSom, moneyPaid),
  ];
}

/** What promotions gave in bonus on the sale: it follows the whole sale, not its lines. */
function bonusOfPromotions({ rows }: SaleToReturn): Som {
  const given = rows.rewards.filter(({ kind }) => kind === 'bonus');
  return som(given.reduce((sum, reward) => sum + reward.reward_count, 0));
}
