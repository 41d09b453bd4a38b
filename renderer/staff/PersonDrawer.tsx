/** A new cashier or senior, or a new PIN for one who is here already. */
import { Drawer, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { staffContract } from '../../shared/staff/contract.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useIntention } from '../app/useTill.ts';
import { SaveForm } from '../ui/SaveForm.tsx';
import type { Person } from './LogInPage.tsx';
import { newPinSchema } from './newSecret.ts';
import { PinField } from './PinField.tsx';

export interface PersonDrawerProps {
  /** Null: the drawer is shut. */
  edited: Person | 'new' | null;
  onClose: () => void;
}

export function PersonDrawer({ edited, onClose }: PersonDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size={480}
      title={edited === 'new' ? t('staff.add') : t('staff.changePin')}
    >
      {edited === 'new' && <NewPersonForm onClose={onClose} />}
      {edited !== null && edited !== 'new' && <NewPinForm person={edited} onClose={onClose} />}
    </Drawer>
  );
}

const personSchema = schemaOf(staffContract.addPerson)
  .pick({ name: true, role: true })
  .extend({ pin: newPinSchema });
const roles = ['cashier', 'senior'] as const;

function NewPersonForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<z.output<typeof personSchema>, z.output<typeof personSchema>>(
    personSchema,
    { name: '', role: 'cashier', pin: '' },
    { pin: t('staff.pinWeak') },
  );
  const add = useIntention(api.staff.addPerson);
  const { values, set, errorOf } = form;
  const onSave = () => saveChecked({ form, send: add.send, saved: t('common.saved'), onClose });
  return (
    <SaveForm error={add.error} isSending={add.isSending} onSave={onSave} onCancel={onClose}>
      <TextInput
        label={t('staff.name')}
        data-autofocus
        autoComplete="off"
        value={values.name}
        error={errorOf('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Radio.Group
        label={t('staff.roleLabel')}
        value={values.role}
        onChange={(value) => set({ role: roles.find((role) => role === value) ?? 'cashier' })}
      >
        <Stack gap="sm" mt="sm">
          {roles.map((role) => (
            <Radio
              key={role}
              size="md"
              value={role}
              label={t(`staff.role.${role}`)}
              description={t(`staff.roleHint.${role}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <PinField pin={values.pin} error={errorOf('pin')} onChange={(pin) => set({ pin })} />
    </SaveForm>
  );
}

const pinSchema = z.object({ pin: newPinSchema });

function NewPinForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm(pinSchema, { pin: '' }, { pin: t('staff.pinWeak') });
  const change = useIntention(api.staff.changePin);
  const onSave = () =>
    saveChecked({
      form,
      send: ({ pin }) => change.send({ personId: person.id, pin }),
      saved: t('staff.pinChanged', { name: person.name }),
      onClose,
    });
  return (
    <SaveForm error={change.error} isSending={change.isSending} onSave={onSave} onCancel={onClose}>
      <strong>{person.name}</strong>
      <PinField
        pin={form.values.pin}
        data-autofocus
        error={form.errorOf('pin')}
        onChange={(pin) => form.set({ pin })}
      />
    </SaveForm>
  );
}
