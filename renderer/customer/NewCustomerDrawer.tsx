/** A new customer: the phone alone is enough, and keeping it needs the consent told in its wording. */
import { Alert, Button, Checkbox, Drawer, Group, Loader, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type Customer, customerContract } from '../../shared/customer/contract.ts';
import { readPhone } from '../../shared/customer/phone.ts';
import type { Language } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { type Form, schemaOf, useForm } from '../app/form.ts';
import { useLanguage } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PhoneInput } from '../ui/PhoneInput.tsx';
import { CustomerLanguage } from './CustomerLanguage.tsx';

export interface NewCustomerDrawerProps {
  isOpen: boolean;
  onClose: () => void;
  onCreated: (customer: Customer) => void;
}

export function NewCustomerDrawer({ isOpen, onClose, onCreated }: NewCustomerDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" size={520} title={t('customer.new')}>
      {isOpen && <NewCustomerForm onClose={onClose} onCreated={onCreated} />}
    </Drawer>
  );
}

const schema = schemaOf(customerContract.create)
  .pick({ name: true, language: true, consentProfile: true, consentMessages: true, cardNumber: true })
  .extend({ phone: z.string().refine((phone) => readPhone(phone) !== null) });
type Checked = z.output<typeof schema>;

interface Typed {
  readonly phone: string;
  readonly name: string;
  readonly language: Language | null;
  readonly consentProfile: boolean;
  readonly consentMessages: boolean;
  readonly cardNumber: string | null;
}

const nobody: Typed = {
  phone: '',
  name: '',
  language: null,
  consentProfile: false,
  consentMessages: false,
  cardNumber: null,
};

function NewCustomerForm({ onClose, onCreated }: Omit<NewCustomerDrawerProps, 'isOpen'>) {
  const { t } = useTranslation();
  const screenLanguage = useLanguage();
  const form = useForm<Typed, Checked>(schema, nobody, {
    consentProfile: t('customer.consentNeeded'),
    phone: t('ui.phone.incomplete'),
  });
  const create = useIntention(api.customer.create);
  // The wording is told in the language the customer speaks.
  const consentLanguage = form.values.language ?? screenLanguage;
  const wording = useTill(api.customer.consentWording, { language: consentLanguage }, { keepsLast: true });

  async function send(event: FormEvent) {
    event.preventDefault();
    const checked = form.check();
    if (checked === null || wording.data === undefined) return;
    const answer = await create.send({ ...checked, consentVersion: wording.data.version, consentLanguage });
    if (answer.ok) onCreated(answer.data.customer);
  }
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack gap="lg">
        <WhoFields form={form} />
        <ConsentFields form={form} wording={wording.data} />
        <ErrorAnswer error={create.error ?? wording.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={create.isSending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function WhoFields({ form }: { form: Form<Typed, Checked> }) {
  const { t } = useTranslation();
  const { values, set, errorOf } = form;
  return (
    <>
      <PhoneInput
        label={t('common.phone')}
        data-autofocus
        value={values.phone}
        error={errorOf('phone')}
        onChange={(phone) => set({ phone })}
      />
      <TextInput
        label={t('customer.nameOptional')}
        autoComplete="off"
        value={values.name}
        error={errorOf('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <CustomerLanguage language={values.language} onChange={(language) => set({ language })} />
      <TextInput
        label={t('customer.cardOptional')}
        description={t('customer.cardOptionalHint')}
        inputMode="numeric"
        autoComplete="off"
        data-takes-scans
        value={values.cardNumber ?? ''}
        error={errorOf('cardNumber')}
        onChange={(event) => set({ cardNumber: event.currentTarget.value.replace(/\D/g, '') || null })}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
    </>
  );
}

interface ConsentFieldsProps {
  form: Form<Typed, Checked>;
  /** Undefined until the till has told it. */
  wording: { readonly profile: string; readonly messages: string } | undefined;
}

/** Never ticked beforehand, and in the words that are read out. */
function ConsentFields({ form: { values, set, errorOf }, wording }: ConsentFieldsProps) {
  const { t } = useTranslation();
  if (wording === undefined) return <Loader size="sm" />;
  return (
    <Alert color="teal" title={t('customer.consentRead')}>
      <Stack gap="md">
        <Checkbox
          size="md"
          checked={values.consentProfile}
          error={errorOf('consentProfile')}
          label={wording.profile}
          onChange={(event) => set({ consentProfile: event.currentTarget.checked })}
        />
        <Checkbox
          size="md"
          checked={values.consentMessages}
          label={wording.messages}
          onChange={(event) => set({ consentMessages: event.currentTarget.checked })}
        />
      </Stack>
    </Alert>
  );
}
