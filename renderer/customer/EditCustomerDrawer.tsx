/** Corrects what a customer said of themselves: name, phones, language, birthday, where they live; and how the shop groups them. */
import { Drawer, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type Customer, customerContract } from '../../shared/customer/contract.ts';
import type { CustomerAbout } from '../../shared/customer/profileContract.ts';
import { api } from '../app/api.ts';
import { type Form, schemaOf, useForm } from '../app/form.ts';
import { useMay } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { PhoneInput } from '../ui/PhoneInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { AboutFields, type AboutTyped } from './AboutFields.tsx';
import { CustomerLanguage } from './CustomerLanguage.tsx';
import { MorePhones } from './MorePhones.tsx';

export interface EditCustomerDrawerProps {
  /** Null: the drawer is shut. */
  readonly customer: Customer | null;
  readonly about: CustomerAbout;
  readonly onClose: () => void;
}

export function EditCustomerDrawer({ customer, about, onClose }: EditCustomerDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={customer !== null}
      onClose={onClose}
      position="right"
      size={720}
      title={t('customer.edit')}
    >
      {customer !== null && <EditForm customer={customer} about={about} onClose={onClose} />}
    </Drawer>
  );
}

const schema = schemaOf(customerContract.change).omit({ intentionId: true, approval: true });
type Checked = z.output<typeof schema>;
/** While a day is being typed it is none yet. */
type Typed = Omit<Checked, 'birthDate'> & { readonly birthDate: string | null };

const aboutSchema = schemaOf(customerContract.changeProfile).omit({ intentionId: true, approval: true });

interface EditFormProps {
  readonly customer: Customer;
  readonly about: CustomerAbout;
  readonly onClose: () => void;
}

/** Two acts behind one button; the second is carried out only when the first was, and a repeated first changes nothing. */
function useSaving({ onClose }: Pick<EditFormProps, 'onClose'>) {
  const { t } = useTranslation();
  const change = useIntention(api.customer.change);
  const changeProfile = useIntention(api.customer.changeProfile);
  const save = async (who: Form<Typed, Checked>, told: Form<AboutTyped, z.output<typeof aboutSchema>>) => {
    const [person, about] = [who.check(), told.check()];
    if (person === null || about === null) return;
    if (who.isChanged && !(await change.send(person)).ok) return;
    if (told.isChanged && !(await changeProfile.send(about)).ok) return;
    notifications.show({ message: t('common.saved'), color: 'green' });
    onClose();
  };
  return {
    save,
    error: change.error ?? changeProfile.error,
    isSending: change.isSending || changeProfile.isSending,
  };
}

function EditForm({ customer, about, onClose }: EditFormProps) {
  const { t } = useTranslation();
  // Whoever sees only its last digits leaves a phone as it is.
  const seesPhones = useMay('customer.seePhones');
  const who = useForm<Typed, Checked>(schema, {
    customerId: customer.id,
    name: customer.name,
    phone: seesPhones ? (customer.phone ?? '') : null,
    language: customer.language,
    birthDate: customer.birthDate,
    tags: customer.tags,
  });
  const told = useForm<AboutTyped, z.output<typeof aboutSchema>>(aboutSchema, {
    customerId: customer.id,
    gender: about.gender,
    address: about.address,
    district: about.district,
    source: about.source,
    preferredChannel: about.preferredChannel,
    preferredHour: about.preferredHour,
  });
  const saving = useSaving({ onClose });
  const { values, set, errorOf } = who;
  return (
    <SaveForm
      error={saving.error}
      isSending={saving.isSending}
      onSave={() => saving.save(who, told)}
      onCancel={onClose}
    >
      <SimpleGrid cols={2} spacing="lg" verticalSpacing="md">
        <TextInput
          label={t('customer.name')}
          data-autofocus
          autoComplete="off"
          value={values.name}
          error={errorOf('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        {values.phone !== null && (
          <PhoneInput
            label={t('common.phone')}
            value={values.phone}
            error={errorOf('phone')}
            onChange={(phone) => set({ phone })}
          />
        )}
      </SimpleGrid>
      {seesPhones && <MorePhones customerId={customer.id} phones={about.phones} />}
      <CustomerLanguage language={values.language} onChange={(language) => set({ language })} />
      <SimpleGrid cols={2} spacing="lg" verticalSpacing="md">
        <DayInput
          label={t('customer.birthDate')}
          description={t('customer.birthDateHint')}
          value={values.birthDate}
          error={errorOf('birthDate')}
          onChange={(birthDate) => set({ birthDate })}
        />
        <TagsField tags={values.tags} error={errorOf('tags')} onChange={(tags) => set({ tags })} />
        <AboutFields values={told.values} set={told.set} errorOf={told.errorOf} />
      </SimpleGrid>
    </SaveForm>
  );
}

interface TagsFieldProps {
  readonly tags: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (tags: string[]) => void;
}

/** Words by which the shop groups customers; those that others carry are offered. */
function TagsField({ tags, error, onChange }: TagsFieldProps) {
  const { t } = useTranslation();
  const known = useTill(api.customer.tags, {}).data;
  return (
    <TagsInput
      size="md"
      label={t('customer.tags')}
      description={t('customer.tagsHint')}
      data={(known?.tags ?? []).map(({ tag }) => tag)}
      value={[...tags]}
      error={error}
      splitChars={[',', ';']}
      acceptValueOnBlur
      onChange={(typed) => onChange([...new Set(typed.map((tag) => tag.toLowerCase()))])}
    />
  );
}
