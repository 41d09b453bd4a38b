/** The parts of a payment that go through a terminal or a QR code: asked, settled, never begun twice. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Som, som } from '../../shared/money.ts';
import type { TillError } from '../app/answer.ts';
import { newIntentionId } from '../app/uuid.ts';
import type { Attempt, BasketQueue } from './basketQueue.ts';
import { lastCard, rememberCard } from './lastCard.ts';
import { type AskedProvider, cardsAsked, kindOfProvider, type PaymentView } from './payment.ts';
import type { PaymentTools } from './selling.ts';

/** Which payments this page began itself: only those may be confirmed by just completing the sale. */
export function useBegunHere(): readonly [ReadonlySet<string>, (id: string) => void] {
  const [begunHere, setBegunHere] = useState<ReadonlySet<string>>(new Set());
  return [begunHere, (id) => setBegunHere((before) => new Set([...before, id]))];
}

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

export function usePaymentParts(input: PartsInput): Pick<PaymentTools, 'ask' | 'askCard' | 'settle'> {
  const { queue, view, heldCashSom, warn } = input;
  const { t } = useTranslation();
  const restSom = som(Math.max(0, view.leftSom - heldCashSom));

  const note = async (attempt: Attempt): Promise<boolean> => {
    const answer = await queue.notePayment(attempt);
    if (answer.ok) input.onNoted();
    else input.refuse(answer.error);
    return answer.ok;
  };
  const begin = async (provider: AskedProvider, amountSom: Som) => {
    const id = newIntentionId();
    const kind = kindOfProvider(provider);
    input.onBegin(id);
    if (kind === 'card') rememberCard(provider);
    await note({ id, kind, provider, amountSom, state: 'asked' });
  };
  /** While the whole rest is asked of one provider, choosing another means: not that one. */
  const ask = async (provider: AskedProvider) => {
    if (view.uncertain.length > 0) return warn(t('sale.payment.firstSettle'));
    const asked = view.parts.find(({ state }) => state === 'asked');
    if (restSom === 0 && asked !== undefined) {
      const isOther = asked.provider !== provider;
      if (isOther && (await note({ ...asked, state: 'notTaken' }))) await begin(provider, asked.amountSom);
      return;
    }
    const amountSom = input.typedSom ?? restSom;
    if (amountSom > restSom) return warn(t('sale.payment.tooMuch'));
    if (amountSom > 0) await begin(provider, amountSom);
  };

  return {
    ask: (provider) => void ask(provider),
    askCard: () => {
      const asked = view.parts.find(({ state, kind }) => state === 'asked' && kind === 'card');
      const other = cardsAsked.find((card) => card !== asked?.provider);
      void ask(asked !== undefined && restSom === 0 && other !== undefined ? other : lastCard());
    },
    settle: (attempt, state) => void note({ ...attempt, state }),
  };
}
