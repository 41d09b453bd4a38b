/** What is typed on the way to the end of a shift, where one stands on it, and how the till answers. */
import { useState } from 'react';
import type { Approval } from '../../shared/verb.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { type CashTyped, noNotes, notesOf } from './cashTyped.ts';
import {
  type BeforeClose,
  type ClosedShift,
  type CloseStep,
  hasToLook,
  stepBeside,
  stepsOf,
  type ToldSums,
  toldTerminals,
} from './closeSteps.ts';

/** How a difference above the limit is stood for. */
export interface Standing {
  readonly reason: string;
  readonly approval: Approval | undefined;
}

export interface Closing {
  readonly step: CloseStep;
  /** The count differs by more than the shop's limit: count again, or say why. */
  readonly isAsking: boolean;
  readonly cash: CashTyped;
  readonly told: ToldSums;
  readonly error: TillError | null;
  readonly isSending: boolean;
  readonly setCash: (cash: CashTyped) => void;
  readonly setTold: (told: ToldSums) => void;
  /** On to the next step, or to the till behind the last one. */
  readonly next: () => Promise<void>;
  /** One step back; false where the way began. */
  readonly back: () => boolean;
  /** Forgets the count, because whoever counts again should not see what they counted before. */
  readonly countAgain: () => void;
  readonly closeAnyway: (standing: Standing) => Promise<void>;
}

/** Refusals after which the question stands: to count again or to say why. */
const asks: ReadonlySet<string> = new Set(['DifferenceAboveLimit', 'SecondPersonNeeded']);

export function useClosing(before: BeforeClose, onClosed: (closed: ClosedShift) => void): Closing {
  const steps = stepsOf(before);
  const [step, setStep] = useState<CloseStep>(() => (hasToLook(before) ? 'look' : 'count'));
  const [isAsking, setAsking] = useState(false);
  const [cash, setCash] = useState<CashTyped>(noNotes);
  const [told, setTold] = useState<ToldSums>({});
  const close = useIntention(api.shift.close);

  async function send({ reason, approval }: Standing): Promise<void> {
    if (cash.sumSom === null) return;
    const answer = await close.send({
      countedSom: cash.sumSom,
      notes: notesOf(cash)?.slice() ?? null,
      terminals: [...toldTerminals(before.nonCash, told)],
      reason,
      approval,
    });
    if (answer.ok) return onClosed(answer.data);
    const { code } = answer.error;
    if (asks.has(code)) setAsking(true);
    if (code === 'BasketNotEmpty') setStep('look');
    if (code === 'CountWrong') setStep('count');
  }

  return {
    step,
    isAsking,
    cash,
    told,
    error: close.error,
    isSending: close.isSending,
    setCash,
    setTold,
    next: async () => {
      const following = stepBeside(steps, step, 1);
      if (following === null) return send({ reason: '', approval: undefined });
      close.forget();
      setStep(following);
    },
    back: () => {
      close.forget();
      if (isAsking) {
        setAsking(false);
        return true;
      }
      const former = stepBeside(steps, step, -1);
      if (former === null || (former === 'look' && !hasToLook(before))) return false;
      setStep(former);
      return true;
    },
    countAgain: () => {
      close.forget();
      setAsking(false);
      setCash(cash.counts === null ? { sumSom: null, counts: null } : noNotes);
      setStep('count');
    },
    closeAnyway: send,
  };
}
