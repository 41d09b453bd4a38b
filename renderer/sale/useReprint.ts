/** F10: the last receipt once more, marked as a copy; where the receipt itself still waits, that is said instead. */
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { playSound } from '../app/sounds.ts';
import { useIntention } from '../app/useTill.ts';
import { waitingPaperOf } from '../receipt/waitingPaper.ts';
import { useRefusalWords } from '../ui/ErrorAnswer.tsx';
import type { Selling } from './selling.ts';

/** A shop without a printer is shown the receipt: it can be photographed. */
export function useReprint({
  say,
  refuse,
  show,
}: Pick<Selling, 'say' | 'refuse' | 'show'>): () => Promise<void> {
  const { t } = useTranslation();
  const wordsOf = useRefusalWords();
  const { send } = useIntention(api.sale.reprint);
  return async () => {
    const recent = await api.sale.recent({ limit: 1 });
    if (!recent.ok) return refuse(recent.error);
    const [last] = recent.data.sales;
    if (last === undefined) return say({ tone: 'info', words: t('sale.receipt.none') });
    const { saleId, number } = last;
    const answer = await send({ saleId });
    if (answer.ok) {
      const { copyNumber: copy } = answer.data;
      return say({ tone: 'good', words: t('receipt.newCopy', { number, copy }) });
    }
    if (answer.error.code === 'NoPrinter') return show({ kind: 'receipt', saleId, attachCode: null });
    const waits = waitingPaperOf(answer.error);
    if (waits === null) return refuse(answer.error);
    playSound('warning');
    say({ tone: 'info', words: wordsOf(answer.error), waits: { saleId, ...waits } });
  };
}
