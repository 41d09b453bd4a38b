/** Puts a payment together: the exact sum at once, larger notes with change, several parts. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addSom, type Som, zeroSom } from '../../shared/money.ts';
import { noCashRounding } from '../../shared/sale/tenders.ts';
import { api } from '../app/api.ts';
import { playSound } from '../app/sounds.ts';
import { useTill } from '../app/useTill.ts';
import type { BasketQueue } from './basketQueue.ts';
import { type Keeping, nextKeeping, type PaymentView, paymentView, tendersOf } from './payment.ts';
import { askForCustomer, type Dialog, type FinishedSale, type Notice, type PaymentTools } from './selling.ts';
import { type BarrierTools, useBarriers } from './useBarriers.ts';
import { useMoneyWish } from './useMoneyWish.ts';
import { inCash, useBegunHere, usePaymentParts } from './usePaymentParts.ts';

interface PaymentInput extends BarrierTools {
  readonly queue: BasketQueue;
  readonly dialog: Dialog | null;
  readonly say: (notice: Notice | null) => void;
  readonly onFinished: (finished: FinishedSale) => void;
}

interface Typed {
  readonly isOpen: boolean;
  readonly typedSom: Som | null;
  readonly heldCashSom: Som;
  readonly partId: string | null;
  readonly keeping: Keeping;
}

const nothingTyped: Typed = {
  isOpen: false,
  typedSom: null,
  heldCashSom: zeroSom,
  partId: null,
  keeping: 'none',
};
const noDue = { dueSom: zeroSom, attempts: [] };
/** The change step of a shop whose settings are not there yet. */
const usualStepSom = 1000;

/** What was typed belongs to one basket: another basket begins with none of it. */
function useTyped(saleId: string | undefined): readonly [Typed, (patch: Partial<Typed>) => void] {
  const [kept, setKept] = useState({ saleId, typed: nothingTyped });
  const patch = (changes: Partial<Typed>) =>
    setKept((before) => ({
      saleId,
      typed: { ...(before.saleId === saleId ? before.typed : nothingTyped), ...changes },
    }));
  return [kept.saleId === saleId ? kept.typed : nothingTyped, patch];
}

interface CompleteInput extends PaymentInput {
  readonly view: PaymentView;
  readonly warn: (words: string) => void;
}

/** Completes the sale once everything due is there; what the till refuses is said and nothing is lost. */
function useComplete({ basket, queue, refuse, view, warn, onFinished }: CompleteInput) {
  const { t } = useTranslation();
  const [isSending, setSending] = useState(false);
  const send = async () => {
    const [unsettled] = view.uncertain;
    if (basket === null || isSending) return;
    if (unsettled !== undefined) return refuse({ code: 'PaymentUncertain', data: unsettled });
    if (view.leftSom < 0) return warn(t('sale.payment.tooMuch'));
    if (view.missingSom > 0) return refuse({ code: 'CashTooLittle', data: { missingSom: view.missingSom } });
    setSending(true);
    const isCash = view.leftSom > 0;
    const receivedCashSom = isCash ? view.receivedSom : zeroSom;
    const answer = await queue.complete({
      tenders: tendersOf(basket, view),
      receivedCashSom,
      changeToAccountSom: view.keptSom,
      shown: basket,
    });
    setSending(false);
    if (answer.ok) onFinished({ sale: answer.data, isCash, debtSom: basket.debt?.amountSom ?? zeroSom });
    else refuse(answer.error);
  };
  return { isSending, send: () => void send() };
}

interface DoorInput extends Pick<PaymentInput, 'basket' | 'queue'> {
  readonly view: PaymentView;
  readonly isFree: () => boolean;
  readonly patch: (changes: Partial<Typed>) => void;
  readonly warnUnsettled: () => void;
}

/** Opening the payment plans cash, closing it plans nothing: the till prices by the way of paying that is shown. */
function doorOf({ basket, queue, view, isFree, patch, warnUnsettled }: DoorInput) {
  return {
    open: (amountSom?: Som): void => {
      if (!isFree()) return;
      patch({ isOpen: true, typedSom: amountSom === view.exactSom ? null : (amountSom ?? null) });
      if (basket?.payment === null) void queue.change({ kind: 'planPayment', payment: [inCash] });
    },
    close: () => {
      const isAsked = view.parts.some(({ state }) => state === 'asked');
      if (isAsked) warnUnsettled();
      else patch({ isOpen: false, typedSom: null });
      if (!isAsked && view.parts.length === 0) void queue.change({ kind: 'planPayment', payment: null });
    },
  };
}

/** Enter pressed while a card is still being noted waits for it: else the sale would be completed as paid in cash. */
function useAfterBegin(beginning: string | null, view: PaymentView, send: () => void): () => void {
  const [awaited, setAwaited] = useState<string | null>(null);
  useEffect(() => {
    if (awaited === null || beginning !== null) return;
    setAwaited(null);
    if (view.parts.some(({ id }) => id === awaited)) send();
  }, [awaited, beginning, view, send]);
  return () => (beginning === null ? send() : setAwaited(beginning));
}

/** Without change the key does nothing. */
function keepingAfter(keeping: Keeping, view: PaymentView, stepSom: number): Keeping {
  const overSom = addSom(view.changeSom, view.keptSom);
  return overSom > 0 ? nextKeeping(keeping, overSom, stepSom) : keeping;
}

/** How the shop rounds cash and which notes it gives out; plain until its settings are there. */
function useCashSettings() {
  const settings = useTill(api.shop.settings, {}).data;
  const stepSom = settings?.cashRoundingSom;
  const rounding = stepSom === undefined ? noCashRounding : ({ stepSom, direction: 'down' } as const);
  return { rounding, changeStepSom: settings?.changeStepSom ?? usualStepSom };
}

export function usePayment(input: PaymentInput): PaymentTools {
  const { basket, queue, refuse } = input;
  const { t } = useTranslation();
  const { rounding, changeStepSom } = useCashSettings();
  const [typed, patch] = useTyped(basket?.saleId);
  const [begunHere, beginHere] = useBegunHere();
  const isFree = useBarriers(input);
  const view = paymentView({ ...typed, basket: basket ?? noDue, begunHere, rounding, changeStepSom });
  const selectedPart = view.parts.find(({ id }) => id === typed.partId) ?? view.parts.at(-1) ?? null;
  const warn = (words: string) => {
    playSound('warning');
    input.say({ tone: 'bad', words });
  };
  const onBegin = (partId: string) => {
    beginHere(partId);
    patch({ isOpen: true, typedSom: null, partId });
  };
  const parts = usePaymentParts({
    ...typed,
    queue,
    view,
    onBegin,
    onNoted: () => input.say(null),
    warn,
    refuse,
  });

  const complete = useComplete({ ...input, view, warn });
  const { beginning, ...partTools } = parts;
  const completeAfter = useAfterBegin(beginning, view, complete.send);
  const warnUnsettled = () => warn(t('sale.payment.firstSettle'));
  const door = doorOf({ basket, queue, view, isFree, patch, warnUnsettled });
  const wish = useMoneyWish(queue, input.dialog, (wanted) => {
    if (wanted.kind === 'cash') door.open(wanted.amountSom);
    else if (isFree()) {
      patch({ isOpen: true });
      parts.askCard();
    }
  });

  return {
    ...typed,
    view,
    isSending: complete.isSending,
    selectedPart,
    open: (amountSom) => wish({ kind: 'cash', amountSom }),
    close: door.close,
    type: (amountSom) => patch({ typedSom: amountSom === view.exactSom ? null : (amountSom ?? zeroSom) }),
    holdCash: () => {
      if (view.missingSom > 0 && view.amountSom > 0) patch({ heldCashSom: view.receivedSom, typedSom: null });
      else complete.send();
    },
    keepChange: () => {
      if (basket === null || basket.customer === null) input.show(askForCustomer);
      else patch({ keeping: keepingAfter(typed.keeping, view, changeStepSom) });
    },
    dropHeldCash: () => patch({ heldCashSom: zeroSom, typedSom: null }),
    ...partTools,
    askCard: () => (typed.isOpen ? parts.askCard() : wish({ kind: 'card' })),
    choosePart: (step) => {
      const place = view.parts.findIndex(({ id }) => id === selectedPart?.id);
      const next = view.parts[Math.min(view.parts.length - 1, Math.max(0, place + step))];
      if (next !== undefined) patch({ partId: next.id });
    },
    complete: completeAfter,
  };
}
