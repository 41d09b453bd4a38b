/** Carries out what a person decided about a paper at a printer. */
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import type { PaperAct, PaperAtPrinter } from './paperActs.ts';

export interface PaperActs {
  /** Answers whether it was done. `otherPrinterId` is where `move` and `copyElsewhere` go. */
  readonly send: (act: Exclude<PaperAct, 'onScreen'>, otherPrinterId?: string) => Promise<boolean>;
  readonly isSending: boolean;
  readonly error: TillError | null;
}

export function usePaperActs({ jobId, printerId }: Pick<PaperAtPrinter, 'jobId' | 'printerId'>): PaperActs {
  const resolve = useIntention(api.receipt.resolveJob);
  const retry = useIntention(api.receipt.retryNow);
  const cancel = useIntention(api.receipt.cancelJob);
  const move = useIntention(api.receipt.moveJob);
  const all = [resolve, retry, cancel, move];
  const answerOf: Pick<PaperActs, 'send'>['send'] = async (act, otherPrinterId) => {
    for (const { forget } of all) forget();
    switch (act) {
      case 'whole':
        return (await resolve.send({ jobId, answer: 'whole', printerId: null })).ok;
      case 'copyHere':
        return (await resolve.send({ jobId, answer: 'torn', printerId: null })).ok;
      case 'copyElsewhere':
        return (await resolve.send({ jobId, answer: 'torn', printerId: otherPrinterId ?? null })).ok;
      case 'skip':
        return (await resolve.send({ jobId, answer: 'skip', printerId: null })).ok;
      case 'tryNow':
        return (await retry.send({ printerId })).ok;
      case 'giveUp':
        return (await cancel.send({ jobId })).ok;
      case 'move':
        return (await move.send({ jobId, printerId: otherPrinterId ?? printerId })).ok;
    }
  };
  return {
    send: answerOf,
    isSending: all.some(({ isSending }) => isSending),
    error: all.find(({ error }) => error !== null)?.error ?? null,
  };
}
