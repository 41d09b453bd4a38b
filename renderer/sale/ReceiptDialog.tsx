/** A receipt as it was printed: the last one or a scanned one, to print again or to give to its customer. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import {
  IconArrowBackUp,
  IconDeviceMobile,
  IconMessageReport,
  IconPrinter,
  IconUserPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useKeys } from '../app/useKeys.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { CopyAnswer } from '../receipt/CopyAnswer.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { ActionKey } from '../ui/KeyCap.tsx';
import { ReceiptPreview } from '../ui/ReceiptPreview.tsx';
import { GiftReceiptButton } from './GiftReceiptButton.tsx';
import { askForCustomer, useSelling } from './selling.ts';

interface ReceiptDialogProps {
  /** Null shows the last receipt. */
  saleId: string | null;
  attachCode: string | null;
}

export function ReceiptDialog({ saleId, attachCode }: ReceiptDialogProps) {
  const { t } = useTranslation();
  const { show } = useSelling();
  const recent = useTill(api.sale.recent, { limit: 1 }, { isOn: saleId === null });
  const id = saleId ?? recent.data?.sales[0]?.saleId ?? null;
  const isNone = saleId === null && recent.data?.sales.length === 0;
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.receipt.title')} size={760} yOffset={32}>
      <Stack gap="md">
        {isNone && <Text size="lg">{t('sale.receipt.none')}</Text>}
        <ErrorAnswer error={recent.error} />
        {id !== null && <Receipt saleId={id} attachCode={attachCode} />}
      </Stack>
    </Modal>
  );
}

function Receipt({ saleId, attachCode }: { saleId: string; attachCode: string | null }) {
  const { t } = useTranslation();
  const { show } = useSelling();
  const receipt = useTill(api.sale.receipt, { saleId });
  const { send, isSending, error, forget } = useIntention(api.sale.reprint);
  const [copy, setCopy] = useState<number | null>(null);
  const reprint = async () => {
    const answer = await send({ saleId });
    if (answer.ok) setCopy(answer.data.copyNumber);
  };
  const canGive = attachCode !== null;
  const takeBack = () => show({ kind: 'return', saleId });
  // A scanned receipt is the one that the question takes; of the last one the till knows it anyhow.
  const complain = () => show({ kind: 'service', question: 'complaint' });
  useKeys('selling', { returnGoods: takeBack, complaint: complain });
  return (
    <>
      <Group justify="flex-end" gap="sm">
        {copy !== null && <Text role="status">{t('sale.receipt.sent', { copy })}</Text>}
        <AboutGoods onBack={takeBack} onComplaint={complain} />
        <Button
          variant="default"
          leftSection={<IconDeviceMobile size={20} aria-hidden="true" />}
          onClick={() => show({ kind: 'onScreen', documentKind: 'sale', documentId: saleId })}
        >
          {t('receipt.act.onScreen')}
        </Button>
        <GiftReceiptButton saleId={saleId} isDisabled={receipt.data === undefined} />
        <Button
          data-autofocus={canGive ? undefined : true}
          autoFocus={!canGive}
          variant={canGive ? 'default' : 'filled'}
          leftSection={<IconPrinter size={20} aria-hidden="true" />}
          loading={isSending}
          onClick={() => void reprint()}
        >
          {t('sale.receipt.reprint')}
        </Button>
        {attachCode !== null && (
          <Button
            data-autofocus
            autoFocus
            leftSection={<IconUserPlus size={20} aria-hidden="true" />}
            onClick={() => show({ ...askForCustomer, waiting: { code: attachCode, bonusSom: null } })}
          >
            {t('sale.receipt.give')}
          </Button>
        )}
      </Group>
      <CopyAnswer error={error} onTried={forget} />
      <ErrorAnswer error={receipt.error} />
      {receipt.data !== undefined && (
        <div style={{ display: 'flex', justifyContent: 'center' }}>
          <ReceiptPreview preview={receipt.data.preview} />
        </div>
      )}
    </>
  );
}

/** What a customer who brings a receipt mostly wants. */
function AboutGoods({ onBack, onComplaint }: { onBack: () => void; onComplaint: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={20} aria-hidden="true" />}
        onClick={onBack}
      >
        {t('ui.keys.returnGoods')}&ensp;
        <ActionKey state="selling" action="returnGoods" />
      </Button>
      <Button
        variant="default"
        leftSection={<IconMessageReport size={20} aria-hidden="true" />}
        onClick={onComplaint}
      >
        {t('ui.keys.complaint')}&ensp;
        <ActionKey state="selling" action="complaint" />
      </Button>
    </>
  );
}
