/** Somebody new: a cashier or a senior with a PIN, or a second owner with a password. */
import { Drawer, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { roles } from '../../shared/actor.ts';
import { api } from '../app/api.ts';
import { useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useIntention } from '../app/useTill.ts';
import { SaveForm } from '../ui/SaveForm.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { type NewPerson, newPersonSchema, nobodyYet } from './newPerson.ts';
import { PinField } from './PinField.tsx';

/** The one who is asked for most often stands first. */
const choices = [...roles].reverse();

export function NewPersonDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" size={480} title={t('staff.add')}>
      {isOpen && <NewPersonForm onClose={onClose} />}
    </Drawer>
  );
}

function NewPersonForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm(newPersonSchema, nobodyYet, {
    pin: t('staff.pinWeak'),
    password: t('staff.passwordWeak'),
    repeat: t('staff.repeatDiffers'),
  });
  const addPerson = useIntention(api.staff.addPerson);
  const addOwner = useIntention(api.staff.addOwner);
  const { values, set, errorOf } = form;
  const send = ({ name, role, pin, password }: NewPerson) =>
    role === 'owner' ? addOwner.send({ name, password }) : addPerson.send({ name, role, pin });
  const onSave = () => saveChecked({ form, send, saved: t('common.saved'), onClose });
  return (
    <SaveForm
      error={values.role === 'owner' ? addOwner.error : addPerson.error}
      isSending={addPerson.isSending || addOwner.isSending}
      onSave={onSave}
      onCancel={onClose}
    >
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
          {choices.map((role) => (
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
      {values.role === 'owner' ? (
        <NewPasswordFields {...values} onChange={set} errorOf={errorOf} />
      ) : (
        <PinField pin={values.pin} error={errorOf('pin')} onChange={(pin) => set({ pin })} />
      )}
    </SaveForm>
  );
}
