/** Takes new money for a gift card or a debt: only in an open shift, so that its drawer is counted with it. */
import type { Money } from '../../shared/credit/giftCardContract.ts';
import { type TakenMoney, takeMoney } from '../../shared/credit/payment.ts';
import { isRefused, Refusal } from '../../shared/errors.ts';
import type { Som } from '../../shared/money.ts';
import { currentShift } from '../shift/queries.ts';
import type { WriteScope } from '../verb.ts';

export interface MoneyInShift extends TakenMoney {
  readonly shiftId: string;
}

/** Throws ShiftNotOpen, or CashTooLittle with what is missing. */
export async function takeMoneyInShift(
  { trx, tillId }: Pick<WriteScope, 'trx' | 'tillId'>,
  amountSom: Som,
  money: Money,
): Promise<MoneyInShift> {
  const shift = await currentShift(trx, tillId);
  if (shift === null) throw new Refusal('ShiftNotOpen');
  const taken = takeMoney(amountSom, money);
  if (isRefused(taken)) throw new Refusal(taken.refused, taken.data);
  return { ...taken, shiftId: shift.id };
}
