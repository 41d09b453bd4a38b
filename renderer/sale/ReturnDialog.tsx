/** Goods come back while the sell screen waits behind: the basket stays as it is, or gets the goods of an exchange. */
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Approval } from '../../shared/verb.ts';
import { ReturnFlow } from './ReturnFlow.tsx';
import type { WantedExchange } from './ReturnForm.tsx';
import { useSelling } from './selling.ts';

export function ReturnDialog({ saleId }: { saleId: string | null }) {
  const { t } = useTranslation();
  const { basket, queue, change, show, say, noteReceipt } = useSelling();
  /** Whoever only brought something back is not the customer of the next sale. */
  const close = () => {
    show(null);
    say(null);
    noteReceipt(null);
    const isOnlyHere = basket?.lines.length === 0 && basket.exchange === null;
    if (isOnlyHere && basket.customer?.identification === 'receipt') void change({ kind: 'detachCustomer' });
  };
  const exchange = async ({ saleId: soldId, lines, reason }: WantedExchange, approval?: Approval) => {
    const goods = { saleId: soldId, lines, reason };
    const answer = await queue.change({ kind: 'exchange', exchange: goods }, approval);
    if (!answer.ok) return answer.error;
    show(null);
    say(null);
    noteReceipt(null);
    return null;
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('sale.return.title')}
      size={1080}
      yOffset={16}
      xOffset={16}
      centered={false}
    >
      <ReturnFlow
        saleId={saleId}
        onFound={(found) => show({ kind: 'return', saleId: found })}
        onExchange={exchange}
        onClose={close}
      />
    </Modal>
  );
}
