/** Corrects what a customer said of themselves: name, phone, language. */
import { Button, Drawer, Group, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type Customer, customerContract } from '../../shared/customer/contract.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PhoneInput } from '../ui/PhoneInput.tsx';
import { CustomerLanguage } from './CustomerLanguage.tsx';

export interface EditCustomerDrawerProps {
  /** Null: the drawer is shut. */
  customer: Customer | null;
  onClose: () => void;
}

export function EditCustomerDrawer({ customer, onClose }: EditCustomerDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={customer !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={t('customer.edit')}
    >
      {customer !== null && <EditForm customer={customer} onClose={onClose} />}
    </Drawer>
  );
}

const schema = schemaOf(customerContract.change).omit({ intentionId: true, approval: true });

function EditForm({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useIntention(api.customer.change);
  const form = useForm(schema, {
    customerId: customer.id,
    name: customer.name,
    phone: customer.phone ?? '',
    language: customer.language,
  });
  const { values, set, errorOf } = form;
  async function send(event: FormEvent) {
    event.preventDefault();
    const checked = form.check();
    if (checked === null) return;
    const answer = await change.send(checked);
    if (!answer.ok) return;
    notifications.show({ message: t('common.saved'), color: 'green' });
    onClose();
  }
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack gap="lg">
        <TextInput
          label={t('customer.name')}
          data-autofocus
          autoComplete="off"
          value={values.name}
          error={errorOf('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <PhoneInput
          label={t('common.phone')}
          value={values.phone}
          error={errorOf('phone')}
          onChange={(phone) => set({ phone })}
        />
        <CustomerLanguage language={values.language} onChange={(language) => set({ language })} />
        <ErrorAnswer error={change.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={change.isSending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
