/** Sells a new gift card: the sum, the money, whom it is for if they are known; then its number, the change, the certificate. */
import { Button, Group, Input, Modal } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GiftCardShown } from '../../shared/credit/giftCardContract.ts';
import type { Som } from '../../shared/money.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { AttachCustomerDialog } from '../customer/attachDialog.tsx';
import { useCustomerName } from '../customer/customerName.ts';
import { loneEscape } from '../ui/loneEscape.ts';
import { SaveForm } from '../ui/SaveForm.tsx';
import { GiftCardDone } from './GiftCardDone.tsx';
import { GiftCardMoney, useGiftCardMoney } from './GiftCardMoney.tsx';

interface Holder {
  readonly id: string;
  readonly name: string;
}

interface Sold {
  readonly giftCard: GiftCardShown;
  readonly changeSom: Som;
}

export function SellGiftCard({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [sold, setSold] = useState<Sold | null>(null);
  const close = () => {
    setSold(null);
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      {...loneEscape(close)}
      size={560}
      title={t(sold === null ? 'credit.giftCard.sell' : 'credit.giftCard.soldTitle')}
    >
      {sold === null ? (
        <SellForm onSold={setSold} onClose={close} />
      ) : (
        <GiftCardDone card={sold.giftCard} changeSom={sold.changeSom} onClose={close} />
      )}
    </Modal>
  );
}

function SellForm({ onSold, onClose }: { onSold: (sold: Sold) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const money = useGiftCardMoney();
  const [holder, setHolder] = useState<Holder | null>(null);
  const sell = useIntention(api.credit.sellGiftCard);
  const send = async () => {
    const checked = money.check();
    if (checked === null) return;
    const answer = await sell.send({ ...checked, customerId: holder?.id ?? null });
    if (answer.ok) onSold(answer.data);
  };
  return (
    <SaveForm
      error={sell.error}
      isSending={sell.isSending}
      action={t('credit.giftCard.sellAction')}
      onSave={send}
      onCancel={onClose}
    >
      <GiftCardMoney state={money} />
      <HolderField holder={holder} onChange={setHolder} />
    </SaveForm>
  );
}

interface HolderFieldProps {
  readonly holder: Holder | null;
  readonly onChange: (holder: Holder | null) => void;
}

/** Whoever brings the card may use it; a customer is only noted, so that a lost number can be found again. */
function HolderField({ holder, onChange }: HolderFieldProps) {
  const { t } = useTranslation();
  const nameOf = useCustomerName();
  const [isOpen, setOpen] = useState(false);
  return (
    <Input.Wrapper label={t('credit.giftCard.forWhom')} description={t('credit.giftCard.forWhomHint')}>
      <Group gap="sm" pt={4}>
        <Button
          variant="default"
          leftSection={<IconUserSearch size={20} aria-hidden="true" />}
          onClick={() => setOpen(true)}
        >
          {holder === null ? t('credit.giftCard.chooseCustomer') : holder.name}
        </Button>
        {holder !== null && (
          <Button variant="subtle" onClick={() => onChange(null)}>
            {t('common.clear')}
          </Button>
        )}
      </Group>
      {isOpen && (
        <AttachCustomerDialog
          title={t('credit.giftCard.chooseCustomer')}
          onClose={() => setOpen(false)}
          onChosen={(customer) => {
            onChange({ id: customer.id, name: nameOf(customer) });
            setOpen(false);
          }}
        />
      )}
    </Input.Wrapper>
  );
}
