/** The parts of a payment that go through a terminal or a QR code: asked, settled, never begun twice. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Som, smallerSom, som, zeroSom } from '../../shared/money.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import type { TillError } from '../app/answer.ts';
import { newIntentionId } from '../app/uuid.ts';
import type { Attempt, BasketQueue } from './basketQueue.ts';
import { lastCard, rememberCard } from './lastCard.ts';
import { type AskedProvider, cardsAsked, kindOfProvider, leftBeside, type PaymentView } from './payment.ts';
import type { PaymentTools } from './selling.ts';

/** Which payments this page began itself: only those may be confirmed by just completing the sale. */
export function useBegunHere(): readonly [ReadonlySet<string>, (id: string) => void] {
  const [begunHere, setBegunHere] = useState<ReadonlySet<string>>(new Set());
  return [begunHere, (id) => setBegunHere((before) => new Set([...before, id]))];
}

type PlannedPart = NonNullable<Basket['payment']>[number];
export const inCash: PlannedPart = { kind: 'cash', provider: null };

interface PartsInput {
  readonly queue: BasketQueue;
  readonly view: PaymentView;
  readonly heldCashSom: Som;
  readonly typedSom: Som | null;
  readonly onNoted: () => void;
  readonly onBegin: (attemptId: string) => void;
  readonly warn: (words: string) => void;
  readonly refuse: (error: TillError) => void;
}

/** What is sent to the till of a part of the payment, and what it answers. */
function usePartCalls({ queue, onNoted, refuse }: PartsInput) {
  return {
    note: async (attempt: Attempt): Promise<boolean> => {
      const answer = await queue.notePayment(attempt);
      if (answer.ok) onNoted();
      else refuse(answer.error);
      return answer.ok;
    },
    /** Tells the till how it will be paid and answers what is due then; null when it refused. */
    plan: async (parts: readonly Attempt[], further: readonly PlannedPart[]): Promise<Som | null> => {
      const payment = [...parts.map(({ kind, provider }) => ({ kind, provider })), ...further];
      const answer = await queue.change({ kind: 'planPayment', payment });
      if (answer.ok) return answer.data.dueSom;
      refuse(answer.error);
      return null;
    },
  };
}

export interface PartTools extends Pick<PaymentTools, 'ask' | 'askCard' | 'settle'> {
  /** The part that the till has not noted yet; null when none is on its way. */
  readonly beginning: string | null;
}

export function usePaymentParts(input: PartsInput): PartTools {
  const { view, heldCashSom, warn } = input;
  const { t } = useTranslation();
  const { note, plan } = usePartCalls(input);
  const [beginning, setBeginning] = useState<string | null>(null);
  const restSom = som(Math.max(0, view.leftSom - heldCashSom));

  /** Begins one part beside those that stay; `isRest` asks for all that they leave. */
  const begin = async (
    provider: AskedProvider,
    stay: readonly Attempt[],
    asked: { readonly amountSom: Som; readonly isRest: boolean },
  ) => {
    const id = newIntentionId();
    const kind = kindOfProvider(provider);
    input.onBegin(id);
    setBeginning(id);
    if (kind === 'card') rememberCard(provider);
    const cash = heldCashSom > 0 || !asked.isRest ? [inCash] : [];
    const dueSom = await plan(stay, [{ kind, provider }, ...cash]);
    // A promotion may ask for the way of paying: what is left may be another sum than before the key.
    const leftSom = dueSom === null ? zeroSom : leftBeside(dueSom, stay, heldCashSom);
    const amountSom = asked.isRest ? leftSom : smallerSom(asked.amountSom, leftSom);
    if (amountSom > 0) await note({ id, kind, provider, amountSom, state: 'asked' });
    setBeginning(null);
  };
  /** While the whole rest is asked of one provider, choosing another means: not that one. */
  const ask = async (provider: AskedProvider) => {
    if (beginning !== null) return;
    if (view.uncertain.length > 0) return warn(t('sale.payment.firstSettle'));
    const asked = view.parts.find(({ state }) => state === 'asked');
    if (restSom === 0 && asked !== undefined) {
      const stay = view.parts.filter((part) => part !== asked);
      if (asked.provider === provider) return;
      setBeginning(asked.id);
      if (await note({ ...asked, state: 'notTaken' }))
        await begin(provider, stay, { amountSom: asked.amountSom, isRest: heldCashSom === 0 });
      else setBeginning(null);
      return;
    }
    const amountSom = input.typedSom ?? restSom;
    if (amountSom > restSom) return warn(t('sale.payment.tooMuch'));
    if (amountSom > 0) await begin(provider, view.parts, { amountSom, isRest: amountSom === restSom });
  };

  return {
    beginning,
    ask: (provider) => void ask(provider),
    askCard: () => {
      const asked = view.parts.find(({ state, kind }) => state === 'asked' && kind === 'card');
      const other = cardsAsked.find((card) => card !== asked?.provider);
      void ask(asked !== undefined && restSom === 0 && other !== undefined ? other : lastCard());
    },
    settle: (attempt, state) => {
      void note({ ...attempt, state }).then((isNoted) => {
        const stay = view.parts.filter((part) => part.id !== attempt.id);
        if (isNoted && state === 'notTaken') void plan(stay, [inCash]);
      });
    },
  };
}
