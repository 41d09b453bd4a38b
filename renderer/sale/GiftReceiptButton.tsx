/** Prints a receipt without prices for whoever gets the goods as a gift. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconGift } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { CopyAnswer } from '../receipt/CopyAnswer.tsx';

/** Sends the wish; what came of it is said by a note, what went wrong stands in `error`. */
export function useGiftReceipt(saleId: string) {
  const { t } = useTranslation();
  const gift = useIntention(api.sale.printGiftReceipt);
  const print = async () => {
    const answer = await gift.send({ saleId });
    if (!answer.ok) return answer.error;
    const { copyNumber } = answer.data;
    notifications.show({
      message:
        copyNumber === 0
          ? t('sale.giftReceipt.printing')
          : t('sale.giftReceipt.copyPrinting', { number: copyNumber }),
      color: 'green',
    });
    return null;
  };
  return { print, isSending: gift.isSending, error: gift.error, forget: gift.forget };
}

export function GiftReceiptButton({ saleId, isDisabled }: { saleId: string; isDisabled: boolean }) {
  const { t } = useTranslation();
  const { print, isSending, error, forget } = useGiftReceipt(saleId);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconGift size={20} aria-hidden="true" />}
        loading={isSending}
        disabled={isDisabled}
        onClick={() => void print()}
      >
        {t('sale.giftReceipt.print')}
      </Button>
      {error !== null && (
        // Below the buttons it stands among, over their whole width.
        <div style={{ gridColumn: '1 / -1', flexBasis: '100%' }}>
          <CopyAnswer error={error} onTried={forget} />
        </div>
      )}
    </>
  );
}
