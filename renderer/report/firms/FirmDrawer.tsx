/** Writes down as which firm a customer buys: name, tax number, contract and the price list agreed with them. */
import { Button, Drawer, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { customerContract } from '../../../shared/customer/contract.ts';
import type { Firm } from '../../../shared/customer/firmContract.ts';
import { api } from '../../app/api.ts';
import { schemaOf, useForm } from '../../app/form.ts';
import { saveChecked } from '../../app/saveChecked.ts';
import { useMay } from '../../app/session.tsx';
import { useIntention, useTill } from '../../app/useTill.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { DayInput } from '../../ui/DayInput.tsx';
import { ErrorAnswer } from '../../ui/ErrorAnswer.tsx';
import { SaveForm } from '../../ui/SaveForm.tsx';

export interface FirmDrawerProps {
  readonly customerId: string;
  readonly name: string;
  readonly firm: Firm | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function FirmDrawer({ isOpen, ...props }: FirmDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={isOpen}
      onClose={props.onClose}
      position="right"
      size={520}
      title={t('report.firm.title')}
    >
      <FirmForm {...props} />
    </Drawer>
  );
}

const schema = schemaOf(customerContract.saveFirm).omit({ intentionId: true, approval: true });
type Checked = z.output<typeof schema>;
type Typed = Omit<Checked, 'contractOn'> & { readonly contractOn: string | null };

function FirmForm({ customerId, name, firm, onClose }: Omit<FirmDrawerProps, 'isOpen'>) {
  const { t } = useTranslation();
  const save = useIntention(api.customer.saveFirm);
  const first: Typed = {
    customerId,
    ...(firm ?? { legalName: name, taxNumber: '', contractNumber: '', contractOn: null, priceListTag: '' }),
  };
  const form = useForm<Typed, Checked>(schema, first, { taxNumber: t('report.firm.taxNumberHint') });
  const { values, set, errorOf } = form;
  const onSave = () => saveChecked({ form, send: save.send, saved: t('common.saved'), onClose });
  return (
    <>
      <SaveForm error={save.error} isSending={save.isSending} onSave={onSave} onCancel={onClose}>
        <TextInput
          label={t('report.firm.legalName')}
          data-autofocus
          autoComplete="off"
          value={values.legalName}
          error={errorOf('legalName')}
          onChange={(event) => set({ legalName: event.currentTarget.value })}
        />
        <TextInput
          label={t('report.firm.taxNumber')}
          description={t('report.firm.taxNumberHint')}
          inputMode="numeric"
          autoComplete="off"
          classNames={{ input: 'figures' }}
          value={values.taxNumber}
          error={errorOf('taxNumber')}
          onChange={(event) => set({ taxNumber: event.currentTarget.value.replace(/\D/g, '').slice(0, 14) })}
        />
        <TextInput
          label={t('report.firm.contractNumber')}
          autoComplete="off"
          value={values.contractNumber}
          error={errorOf('contractNumber')}
          onChange={(event) => set({ contractNumber: event.currentTarget.value })}
        />
        <DayInput
          label={t('report.firm.contractOn')}
          value={values.contractOn}
          error={errorOf('contractOn')}
          onChange={(contractOn) => set({ contractOn })}
        />
        <PriceListSelect tag={values.priceListTag} onChange={(priceListTag) => set({ priceListTag })} />
      </SaveForm>
      {firm !== null && <RemoveFirm customerId={customerId} firm={firm} onDone={onClose} />}
    </>
  );
}

/** Price lists are sale prices that hold for a tag; they are made among the goods. */
function PriceListSelect({ tag, onChange }: { tag: string; onChange: (tag: string) => void }) {
  const { t } = useTranslation();
  const mayRead = useMay('promotion.read');
  const { data } = useTill(api.report.priceLists, {}, { isOn: mayRead });
  const tags = new Set([...(data?.lists ?? []).flatMap((list) => list.tags), ...(tag === '' ? [] : [tag])]);
  return (
    <Select
      label={t('report.firm.priceList')}
      description={t('report.firm.priceListHint')}
      placeholder={t('report.firm.usualPrices')}
      data={[...tags].sort()}
      value={tag === '' ? null : tag}
      clearable
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}

function RemoveFirm({ customerId, firm, onDone }: { customerId: string; firm: Firm; onDone: () => void }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const remove = useIntention(api.customer.removeFirm);
  const send = async () => {
    const answer = await remove.send({ customerId });
    if (!answer.ok) return;
    notifications.show({ message: t('common.saved'), color: 'green' });
    onDone();
  };
  return (
    <>
      <Button mt="lg" variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('report.firm.remove')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('report.firm.remove')}
        action={t('report.firm.remove')}
        isDangerous
        isBusy={remove.isSending}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      >
        {t('report.firm.removeWhat', { name: firm.legalName })}
        <ErrorAnswer error={remove.error} />
      </ConfirmDialog>
    </>
  );
}
