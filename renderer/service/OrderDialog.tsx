/** A special order: what, for whom, for which day and price, with a deposit in cash; then its number and the change. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lineAmount, type Som, som, type Thousandths } from '../../shared/money.ts';
import { isBusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { BigSum } from '../credit/MoneyFields.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { QuantityInput } from '../ui/QuantityInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { type Chosen, CustomerPick } from './CustomerPick.tsx';
import { nothingWanted, type Wanted, WhatField } from './WhatField.tsx';

export interface OrderDialogProps {
  readonly customer: Chosen | null;
  readonly onClose: () => void;
}

interface Taken {
  readonly number: number;
  readonly changeSom: Som;
}

export function OrderDialog({ customer, onClose }: OrderDialogProps) {
  const { t } = useTranslation();
  const [taken, setTaken] = useState<Taken | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={taken === null ? t('service.order.new') : t('service.order.taken', { number: taken.number })}
      size={720}
      yOffset={24}
    >
      {taken === null ? (
        <OrderForm customer={customer} onTaken={setTaken} onClose={onClose} />
      ) : (
        <Stack gap="lg">
          <Text>{t('service.order.takenHint')}</Text>
          {taken.changeSom > 0 && <BigSum label={t('credit.money.change')} sum={taken.changeSom} />}
          <Group justify="flex-end">
            <Button data-autofocus onClick={onClose}>
              {t('common.close')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

interface OrderFormProps extends OrderDialogProps {
  readonly onTaken: (taken: Taken) => void;
}

function OrderForm({ customer: attached, onTaken, onClose }: OrderFormProps) {
  const { t } = useTranslation();
  const draft = useOrderDraft(attached);
  const take = useIntention(api.service.takeOrder);
  const { wanted, customer, isTried, error } = draft;
  const save = async () => {
    const checked = draft.check();
    if (checked === null) return;
    const answer = await take.send({ ...checked, isPrinted: true });
    if (answer.ok) onTaken(answer.data);
  };
  return (
    <SaveForm
      error={take.error}
      isSending={take.isSending}
      action={t('service.order.action')}
      onSave={save}
      onCancel={onClose}
    >
      <WhatField
        label={t('service.order.what')}
        hint={t('service.wish.whatHint')}
        wanted={wanted}
        onChange={draft.setWanted}
        error={error('what')}
      />
      <Group gap="md" align="flex-start" grow>
        <CustomerPick customer={customer} onChange={draft.setCustomer} error={error('customer')} />
        <DayInput
          label={t('service.order.promisedOn')}
          value={draft.promisedOn}
          error={error('promisedOn')}
          onChange={draft.setPromised}
        />
      </Group>
      <Group gap="md" align="flex-start" grow>
        <QuantityInput
          key={wanted.product?.id ?? ''}
          label={t('service.wish.quantity')}
          unit={wanted.product?.unit ?? 'piece'}
          value={draft.quantity}
          error={isTried && draft.quantity === null ? t('ui.field.required') : undefined}
          onChange={draft.setQuantity}
        />
        <MoneyInput
          label={t('service.order.agreed')}
          placeholder={draft.usualWritten}
          value={draft.agreedSom}
          onChange={draft.setAgreed}
        />
      </Group>
      <TextInput
        label={t('service.order.note')}
        maxLength={200}
        autoComplete="off"
        value={draft.note}
        onChange={(event) => draft.setNote(event.currentTarget.value)}
      />
      <DepositFields
        amountSom={draft.depositSom}
        receivedSom={draft.receivedSom}
        onAmount={draft.setDeposit}
        onReceived={draft.setReceived}
      />
    </SaveForm>
  );
}

export interface DepositFieldsProps {
  readonly amountSom: Som | null;
  readonly receivedSom: Som | null;
  readonly onAmount: (amountSom: Som | null) => void;
  readonly onReceived: (receivedSom: Som | null) => void;
}

/** Cash for goods to come; the exact sum stands behind the empty field. */
export function DepositFields({ amountSom, receivedSom, onAmount, onReceived }: DepositFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Group gap="md" align="flex-start" grow>
      <MoneyInput
        label={t('service.order.deposit')}
        description={t('service.order.depositHint')}
        value={amountSom}
        onChange={onAmount}
      />
      {amountSom !== null && amountSom > 0 && (
        <MoneyInput
          label={t('credit.money.received')}
          description={
            receivedSom !== null && receivedSom > amountSom
              ? t('service.order.change', { sum: format.som(som(receivedSom - amountSom)) })
              : t('service.order.exact')
          }
          placeholder={format.number(amountSom)}
          value={receivedSom}
          onChange={onReceived}
        />
      )}
    </Group>
  );
}

/** What is typed, and what is sent of it. */
function useOrderDraft(attached: Chosen | null) {
  const { t } = useTranslation();
  const format = useFormat();
  const [wanted, setWanted] = useState<Wanted>(nothingWanted);
  const [customer, setCustomer] = useState<Chosen | null>(attached);
  const [quantity, setQuantity] = useState<Thousandths | null>(1000 as Thousandths);
  const [typedAgreed, setAgreed] = useState<Som | null>(null);
  const [promisedOn, setPromised] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [depositSom, setDeposit] = useState<Som | null>(null);
  const [receivedSom, setReceived] = useState<Som | null>(null);
  const [isTried, setTried] = useState(false);
  // A known product costs what its tag says unless another price was agreed.
  const usualSom =
    wanted.product === null || quantity === null ? null : lineAmount(wanted.product.priceSom, quantity);
  const agreedSom = typedAgreed;
  const wrongs = {
    what: wanted.text.trim() === '' ? t('ui.field.required') : undefined,
    customer: customer === null ? t('ui.field.required') : undefined,
    promisedOn: promisedOn !== null && !isBusinessDay(promisedOn) ? t('ui.day.wrong') : undefined,
  };
  const check = () => {
    setTried(true);
    if (
      customer === null ||
      quantity === null ||
      Object.values(wrongs).some((wrong) => wrong !== undefined)
    ) {
      return null;
    }
    const deposit =
      depositSom === null || depositSom === 0
        ? null
        : { amountSom: depositSom, receivedSom: receivedSom ?? depositSom };
    return {
      customerId: customer.id,
      productId: wanted.product?.id ?? null,
      words: wanted.product === null ? wanted.text.trim() : '',
      note: note.trim(),
      quantityThousandths: quantity,
      agreedSom: agreedSom ?? usualSom,
      promisedOn,
      deposit,
    };
  };
  return {
    ...{ wanted, setWanted, customer, setCustomer, quantity, setQuantity, agreedSom, setAgreed },
    ...{ promisedOn, setPromised, note, setNote, depositSom, setDeposit, receivedSom, setReceived },
    usualWritten: usualSom === null ? '' : format.number(usualSom),
    isTried,
    check,
    error: (field: keyof typeof wrongs) => (isTried ? wrongs[field] : undefined),
  };
}
