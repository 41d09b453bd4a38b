/** What follows on the screen from what a scanned code turned out to be. */
import { useTranslation } from 'react-i18next';
import type { Thousandths } from '../../shared/money.ts';
import { useFormat } from '../app/language.ts';
import { playSound } from '../app/sounds.ts';
import { useEnter } from '../staff/useEnter.ts';
import type { BasketQueue, Scanned } from './basketQueue.ts';
import { askForCustomer, type Dialog, type Selling } from './selling.ts';

interface Heard extends Pick<Selling, 'say' | 'refuse' | 'noteReceipt'> {
  readonly queue: BasketQueue;
  /** Answers the quantity that was typed, which counts once. */
  readonly begin: () => Thousandths;
  readonly touch: (lineId: string) => void;
  readonly show: (dialog: Dialog | null) => void;
  readonly dialog: Dialog | null;
  readonly give: (code: string, customerId: string) => Promise<boolean>;
}

type Outcome<K extends Scanned['outcome']['kind']> = Extract<Scanned['outcome'], { kind: K }>;

/** Whoever holds a badge under the scanner sells from now on. */
function useBadge({ say, refuse }: Pick<Heard, 'say' | 'refuse'>) {
  const { t } = useTranslation();
  const enter = useEnter();
  return async (code: string): Promise<void> => {
    const answer = await enter.byBadge(code);
    if (!answer.ok) return refuse(answer.error);
    say({ tone: 'good', words: t('sale.switch.done', { name: answer.data.person.name }) });
  };
}

/** Sends a scan to the till and does what its answer asks for. */
export function useScan(heard: Heard): Selling['scan'] {
  const { t } = useTranslation();
  const format = useFormat();
  const metBadge = useBadge(heard);
  const { queue, begin, touch, show, dialog, say, refuse } = heard;
  const waiting = dialog?.kind === 'customer' ? dialog.waiting : null;

  const metCustomer = async ({ customerId, receipt }: Outcome<'customer'>) => {
    const isAsking = dialog?.kind === 'customer' || dialog?.kind === 'registerCard';
    if (waiting !== null) await heard.give(waiting.code, customerId);
    if (isAsking) return show(null);
    if (receipt === null) return;
    heard.noteReceipt(receipt);
    say({
      tone: 'info',
      words: t('sale.return.offer', { number: receipt.number }),
      returnOf: receipt.saleId,
    });
  };
  const metReceipt = ({ saleId, number, mayAttach }: Outcome<'receipt'>, code: string) => {
    heard.noteReceipt({ saleId, number });
    show({ kind: 'receipt', saleId, attachCode: mayAttach ? code : null });
  };
  const metQuote = async ({ saleId }: Outcome<'parked'>) => {
    const answer = await queue.resume(saleId);
    if (!answer.ok) refuse(answer.error);
  };
  const follow = async (outcome: Scanned['outcome'], code: string): Promise<void> => {
    switch (outcome.kind) {
      case 'product':
      case 'unknown':
        return touch(outcome.lineId);
      case 'customer':
        return metCustomer(outcome);
      case 'receipt':
        return metReceipt(outcome, code);
      case 'claim':
        return show({ ...askForCustomer, waiting: { code, bonusSom: outcome.bonusSom } });
      case 'newPhone':
        return show({ ...askForCustomer, waiting, text: outcome.phone });
      case 'giftCard':
        return say({
          tone: 'good',
          words: t('sale.giftCard.noted', { sum: format.som(outcome.balanceSom) }),
        });
      case 'parked':
        return metQuote(outcome);
      case 'badge':
        return metBadge(outcome.code);
      case 'referral':
        return say({ tone: 'good', words: t('sale.referral.noted', { name: outcome.referrerName }) });
      case 'coupon':
        return undefined;
    }
  };

  return async (code) => {
    const answer = await queue.scan(code, begin());
    if (!answer.ok) return refuse(answer.error, code);
    const { outcome } = answer.data;
    playSound(outcome.kind === 'unknown' ? 'notFound' : 'scanned');
    await follow(outcome, code);
  };
}
