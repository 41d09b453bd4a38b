/** Money asked for while a scan is still on its way: it waits until the till has answered everything. */
import { useEffect, useState } from 'react';
import type { Som } from '../../shared/money.ts';
import type { BasketQueue } from './basketQueue.ts';
import type { Dialog } from './selling.ts';

/** The key that asked for money: cash with an amount (or the exact one), or the card that was used last. */
export type MoneyWish =
  | { readonly kind: 'cash'; readonly amountSom?: Som | undefined }
  | { readonly kind: 'card' };

/**
 * Carries a wish out at once when no act is under way, else as soon as the last one is answered: before that the basket
 * would be called empty, or less would be asked for than lies on the counter. A question that the answer raised comes
 * first, and a line that stopped forgets the key: then the cashier looks and presses it again.
 */
export function useMoneyWish(
  queue: BasketQueue,
  dialog: Dialog | null,
  carryOut: (wish: MoneyWish) => void,
): (wish: MoneyWish) => void {
  const [due, setDue] = useState<MoneyWish | null>(null);
  useEffect(() => {
    if (due === null) return;
    setDue(null);
    if (dialog === null) carryOut(due);
  }, [due, dialog, carryOut]);
  return (wish) => {
    if (queue.state().waiting === 0) return carryOut(wish);
    void queue.whenIdle().then((isIdle) => {
      if (isIdle) setDue(wish);
    });
  };
}
