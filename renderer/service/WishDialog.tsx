/** "Asked for, not here": a word or a code, then Enter; a customer, a phone and a quantity where there are any. */
import { Group, Modal, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Thousandths } from '../../shared/money.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { QuantityInput } from '../ui/QuantityInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { nothingWanted, WhatField } from './WhatField.tsx';

export interface WishDialogProps {
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly onClose: () => void;
}

export function WishDialog({ customer, onClose }: WishDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={t('service.wish.new')} size={640} yOffset={40}>
      <WishForm customer={customer} onClose={onClose} />
    </Modal>
  );
}

function WishForm({ customer, onClose }: WishDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [wanted, setWanted] = useState(nothingWanted);
  const [reach, setReach] = useState('');
  const [quantity, setQuantity] = useState<Thousandths | null>(null);
  const [isTried, setTried] = useState(false);
  const note = useIntention(api.service.noteWish);
  const isEmpty = wanted.text.trim() === '';
  const save = async () => {
    setTried(true);
    if (isEmpty) return;
    const answer = await note.send({
      productId: wanted.product?.id ?? null,
      text: wanted.text.trim(),
      quantityThousandths: quantity,
      customerId: customer?.id ?? null,
      reach: customer === null ? reach.trim() : '',
    });
    if (!answer.ok) return;
    const { productName, people, isAgain } = answer.data;
    const what = productName === null ? wanted.text.trim() : textIn(productName, language);
    notifications.show({
      message: t(isAgain ? 'service.wish.again' : 'service.wish.noted', { what, count: people }),
      color: 'green',
    });
    onClose();
  };
  return (
    <SaveForm
      error={note.error}
      isSending={note.isSending}
      action={t('service.wish.action')}
      onSave={save}
      onCancel={onClose}
    >
      <WhatField
        label={t('service.wish.what')}
        hint={t('service.wish.whatHint')}
        wanted={wanted}
        onChange={setWanted}
        error={isTried && isEmpty ? t('ui.field.required') : undefined}
      />
      <Group gap="md" align="flex-start" grow>
        <WhoAsks customer={customer} reach={reach} onReach={setReach} />
        <QuantityInput
          key={wanted.product?.id ?? ''}
          label={t('service.wish.quantity')}
          description={t('service.wish.quantityHint')}
          unit={wanted.product?.unit ?? 'piece'}
          value={quantity}
          onChange={setQuantity}
        />
      </Group>
    </SaveForm>
  );
}

interface WhoAsksProps extends Pick<WishDialogProps, 'customer'> {
  readonly reach: string;
  readonly onReach: (reach: string) => void;
}

/** The customer at the counter, else a phone for whoever has no card. */
function WhoAsks({ customer, reach, onReach }: WhoAsksProps) {
  const { t } = useTranslation();
  if (customer !== null) {
    return (
      <Text pt={28}>
        {t('customer.customer')}: <strong>{customer.name || t('customer.noName')}</strong>
      </Text>
    );
  }
  return (
    <TextInput
      label={t('service.wish.reach')}
      description={t('service.wish.reachHint')}
      inputMode="tel"
      maxLength={80}
      autoComplete="off"
      value={reach}
      onChange={(event) => onReach(event.currentTarget.value)}
    />
  );
}
