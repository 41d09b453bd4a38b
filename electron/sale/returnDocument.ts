/** The return as a document: which goods came back, where the money went, what it undid. */
import type { TillDocument } from '../../shared/journal/document.ts';
import { subtractSom } from '../../shared/money.ts';
import type { ReturnedLine } from '../../shared/sale/returnLines.ts';
import { documentOf } from '../document.ts';
import type { WriteScope } from '../verb.ts';
import type { DecidedReturn, Undone } from './decidedReturn.ts';

export function returnDocument(scope: WriteScope, decided: DecidedReturn, undone: Undone): TillDocument {
  const { sale, back } = decided;
  const { sale: sold, lines } = sale.rows;
  return {
    ...documentOf(scope, 'goodsTakenBack', {
      number: decided.number,
      sale: sold.id,
      receipt: sold.number,
      shift: decided.shiftId,
      reason: decided.reason,
      netSom: back.netSom,
      vatSom: back.vatReversedSom,
      isWhole: back.isWhole,
      isLate: decided.isLate,
      isOtherwise: decided.isOtherwise,
      lines: back.lines.toSorted(byNumber).map(({ lineId, quantityThousandths, refund }) => ({
        line: Number(lineId),
        product: lines.find((line) => String(line.line_no) === lineId)?.product_id ?? null,
        quantityThousandths,
        refund: { ...refund },
      })),
      tenders: decided.tenders.map(({ kind, provider, amountSom, reference }) => ({
        kind,
        provider,
        amountSom,
        reference,
      })),
      bonusBackSom: back.bonusBackSom,
      moneyBackSom: decided.moneyBackSom,
      bonusTakenBackSom: decided.bonusTakenBackSom,
      withheldSom: decided.withheldSom,
      partnerBackSom: back.partnerBackSom,
      forgivenBackSom: back.forgivenBackSom,
      couponReopened: undone.couponReopened,
      couponsVoided: [...undone.couponsVoided],
    }),
    id: decided.returnId,
    approverId: decided.approverId,
    customerId: sale.customerId,
    paidSom: subtractSom(back.bonusBackSom, back.netSom),
  };
}

/** In the order of the receipt, in whichever the lines were chosen. */
function byNumber(a: ReturnedLine, b: ReturnedLine): number {
  return Number(a.lineId) - Number(b.lineId);
}
