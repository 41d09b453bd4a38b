/** What each key and its button on the screen does now. */
import type { RefObject } from 'react';
import { fractionalUnits } from '../../shared/basket.ts';
import type { Som } from '../../shared/money.ts';
import { useSession } from '../app/session.tsx';
import { type NumpadKey, quantityTyped } from '../app/typed.ts';
import { type KeyHandlers, useKeys } from '../app/useKeys.ts';
import { amountAfterKey } from './amountKeys.ts';
import { askForCustomer, type Selling } from './selling.ts';

export interface SellActions {
  readonly selling: KeyHandlers<'selling'>;
  readonly payment: KeyHandlers<'payment'>;
  /** A key of the pad while goods are sold: figures go into the one field. */
  readonly pad: (key: NumpadKey) => void;
  readonly padInPayment: (key: NumpadKey) => void;
  /** 0 is the exact sum, 1 to 3 are the notes above it. */
  readonly quickAmount: (place: number) => void;
}

const one = 1000;

/** One piece less on the selected line; the last piece goes with its line only by Delete. */
function oneLess({ basket, selectedId, change }: Selling): void {
  const line = basket?.lines.find(({ lineId }) => lineId === selectedId);
  if (line === undefined || line.quantityThousandths <= one) return;
  if (line.kind === 'product' && fractionalUnits.includes(line.unit)) return;
  const quantityThousandths = (line.quantityThousandths - one) as typeof line.quantityThousandths;
  void change({ kind: 'setQuantity', lineId: line.lineId, quantityThousandths });
}

/** Closes the topmost thing and never touches the basket. */
function closeTopmost(selling: Selling): void {
  if (selling.text !== '') selling.setText('');
  else if (selling.quantity !== null) selling.setQuantity(null);
  else selling.say(null);
}

async function resumeParked({ queue, refuse, show }: Selling, parked: readonly { saleId: string }[]) {
  const [only] = parked;
  if (parked.length !== 1 || only === undefined) return show({ kind: 'parked' });
  const answer = await queue.resume(only.saleId);
  if (!answer.ok) refuse(answer.error);
}

function sellingKeys(
  selling: Selling,
  parked: readonly { saleId: string }[],
  field: RefObject<HTMLInputElement | null>,
  lock: () => void,
): KeyHandlers<'selling'> {
  const { text, show, payment, selectedId, change } = selling;
  const isTyping = text !== '';
  const takeFactor = () => {
    const typed = quantityTyped(text, true);
    if (typed === null && isTyping) return false;
    selling.setQuantity(typed);
    selling.setText('');
    return true;
  };
  return {
    pay: () => payment.open(),
    payByCard: payment.askCard,
    quantity: takeFactor,
    oneLess: () => (isTyping ? false : oneLess(selling)),
    removeLine: () => {
      if (isTyping) return false;
      if (selectedId !== null) void change({ kind: 'removeLine', lineId: selectedId });
      return true;
    },
    nextLine: () => selling.moveSelection(1),
    previousLine: () => selling.moveSelection(-1),
    help: () => show({ kind: 'help' }),
    search: () => field.current?.select(),
    priceCheck: () => show({ kind: 'priceCheck' }),
    customer: () => show(askForCustomer),
    park: () =>
      void selling.queue
        .park()
        .then((answer) => (answer.ok ? selling.say(null) : selling.refuse(answer.error))),
    resume: () => void resumeParked(selling, parked),
    baskets: () => show({ kind: 'parked' }),
    returnGoods: () => show({ kind: 'return', saleId: selling.scannedReceipt?.saleId ?? null }),
    discount: () => {
      if ((selling.basket?.lines.length ?? 0) > 0) show({ kind: 'discount' });
    },
    bonus: () => show(selling.basket?.customer ? { kind: 'bonus' } : askForCustomer),
    reprint: () => void selling.reprintLast(),
    lastReceipt: () => show({ kind: 'receipt', saleId: null, attachCode: null }),
    printer: () => show({ kind: 'printer' }),
    close: () => closeTopmost(selling),
    lock,
    switchSeller: () => show({ kind: 'switchSeller' }),
    peek: () => show({ kind: 'peek' }),
    complaint: () => show({ kind: 'service', question: 'complaint' }),
    wish: () => show({ kind: 'service', question: 'wish' }),
    order: () => show({ kind: 'service', question: 'order' }),
    feedback: () => show({ kind: 'service', question: 'feedback' }),
    surprise: () => show(selling.basket?.customer ? { kind: 'surprise' } : askForCustomer),
  };
}

function paymentKeys(selling: Selling, quickAmount: (place: number) => void): KeyHandlers<'payment'> {
  const { payment, show, basket } = selling;
  return {
    complete: payment.complete,
    payInCash: payment.holdCash,
    payByCard: payment.askCard,
    quickAmount1: () => quickAmount(0),
    quickAmount2: () => quickAmount(1),
    quickAmount3: () => quickAmount(2),
    quickAmount4: () => quickAmount(3),
    nextPayment: () => payment.choosePart(1),
    previousPayment: () => payment.choosePart(-1),
    voidPayment: () => {
      const part = payment.selectedPart;
      if (part !== null) payment.settle(part, 'notTaken');
      else if (payment.heldCashSom > 0) payment.dropHeldCash();
      else return false;
      return true;
    },
    bonus: () => show(basket?.customer ? { kind: 'bonus' } : askForCustomer),
    giftCard: () => show({ kind: 'giftCard' }),
    account: () => show(basket?.customer ? { kind: 'account' } : askForCustomer),
    sellOnCredit: () => show(basket?.customer ? { kind: 'sellOnCredit' } : askForCustomer),
    changeToAccount: payment.keepChange,
    roundUp: () => {
      if ((basket?.funds.length ?? 0) === 0) return false;
      show({ kind: 'roundUp' });
      return true;
    },
    backToBasket: payment.close,
  };
}

/** The actions of the screen, listening to the keyboard while no dialog is open. */
export function useSellActions(
  selling: Selling,
  parked: readonly { saleId: string }[],
  field: RefObject<HTMLInputElement | null>,
): SellActions {
  const { lock } = useSession();
  const { payment, basket, dialog } = selling;
  const quickAmount = (place: number) => {
    const amountSom: Som | undefined = place === 0 ? undefined : basket?.quickAmountsSom[place - 1];
    if (place > 0 && amountSom === undefined) return;
    if (payment.isOpen) payment.type(amountSom ?? payment.view.exactSom);
    else payment.open(amountSom);
  };
  const actions: SellActions = {
    selling: sellingKeys(selling, parked, field, lock),
    payment: paymentKeys(selling, quickAmount),
    quickAmount,
    pad: (key) => {
      if (key === 'times') actions.selling.quantity?.();
      else if (key === 'minus') oneLess(selling);
      else if (key === 'clear') closeTopmost(selling);
      else selling.setText(key === 'back' ? selling.text.slice(0, -1) : selling.text + key);
    },
    padInPayment: (key) => {
      if (key === 'times') payment.askCard();
      else if (key === 'minus') actions.payment.voidPayment?.();
      else payment.type(amountAfterKey(payment.typedSom, key));
    },
  };
  useKeys('selling', actions.selling, dialog === null && !payment.isOpen);
  useKeys('payment', actions.payment, dialog === null && payment.isOpen);
  return actions;
}
