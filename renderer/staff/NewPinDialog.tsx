/** A new PIN for somebody: for who forgot it, and for who comes back to work here. */
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api } from '../app/api.ts';
import { useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useIntention } from '../app/useTill.ts';
import { SaveForm } from '../ui/SaveForm.tsx';
import { newPinSchema } from './newSecret.ts';
import { PinField } from './PinField.tsx';
import type { TeamMember } from './person.ts';

const pinSchema = z.object({ pin: newPinSchema });

export interface NewPinDialogProps {
  person: TeamMember;
  onClose: () => void;
}

/** Somebody who has left comes back with the new PIN. */
export function NewPinDialog({ person, onClose }: NewPinDialogProps) {
  const { t } = useTranslation();
  const { id: personId, name, isActive } = person;
  const form = useForm(pinSchema, { pin: '' }, { pin: t('staff.pinWeak') });
  const change = useIntention(api.staff.changePin);
  const comeBack = useIntention(api.staff.comeBack);
  const act = isActive ? change : comeBack;
  const onSave = () =>
    saveChecked({
      form,
      send: ({ pin }) => act.send({ personId, pin }),
      saved: t(isActive ? 'staff.pinChanged' : 'staff.cameBack', { name }),
      onClose,
    });
  return (
    <Modal opened onClose={onClose} title={t(isActive ? 'staff.changePin' : 'staff.comeBack')}>
      <SaveForm error={act.error} isSending={act.isSending} onSave={onSave} onCancel={onClose}>
        <strong>{name}</strong>
        <PinField
          pin={form.values.pin}
          data-autofocus
          error={form.errorOf('pin')}
          onChange={(pin) => form.set({ pin })}
        />
      </SaveForm>
    </Modal>
  );
}
