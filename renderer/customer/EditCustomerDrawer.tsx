/** Corrects what a customer said of themselves: name, phone, language, birthday; and how the shop groups them. */
import { Drawer, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type Customer, customerContract } from '../../shared/customer/contract.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { PhoneInput } from '../ui/PhoneInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
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
type Checked = z.output<typeof schema>;
/** While a day is being typed it is none yet. */
type Typed = Omit<Checked, 'birthDate'> & { readonly birthDate: string | null };

function EditForm({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useIntention(api.customer.change);
  const known = useTill(api.customer.tags, {}).data;
  const form = useForm<Typed, Checked>(schema, {
    customerId: customer.id,
    name: customer.name,
    phone: customer.phone ?? '',
    language: customer.language,
    birthDate: customer.birthDate,
    tags: customer.tags,
  });
  const { values, set, errorOf } = form;
  const onSave = () => saveChecked({ form, send: change.send, saved: t('common.saved'), onClose });
  return (
    <SaveForm error={change.error} isSending={change.isSending} onSave={onSave} onCancel={onClose}>
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
      {customer.isRegistered && (
        <DayInput
          label={t('customer.birthDate')}
          description={t('customer.birthDateHint')}
          value={values.birthDate}
          error={errorOf('birthDate')}
          onChange={(birthDate) => set({ birthDate })}
        />
      )}
      <TagsInput
        size="md"
        label={t('customer.tags')}
        description={t('customer.tagsHint')}
        data={(known?.tags ?? []).map(({ tag }) => tag)}
        value={values.tags}
        error={errorOf('tags')}
        splitChars={[',', ';']}
        acceptValueOnBlur
        onChange={(tags) => set({ tags: [...new Set(tags.map((tag) => tag.toLowerCase()))] })}
      />
    </SaveForm>
  );
}
