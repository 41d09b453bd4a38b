/** Opens the drawer without a sale: why, and the owner counts how often. */
import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { SaveForm } from '../ui/SaveForm.tsx';

export function DrawerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} size={520} title={t('shift.drawer.action')}>
      <DrawerForm onClose={onClose} />
    </Modal>
  );
}

function DrawerForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const open = useIntention(api.shift.openDrawer);
  const send = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const answer = await open.send({ reason: reason.trim() });
    if (answer.ok) onClose();
  };
  return (
    <SaveForm
      error={open.error}
      isSending={open.isSending}
      action={t('shift.drawer.action')}
      onSave={send}
      onCancel={onClose}
    >
      <TextInput
        label={t('common.reason')}
        description={t('shift.drawer.hint')}
        data-autofocus
        maxLength={120}
        autoComplete="off"
        value={reason}
        error={isTried && reason.trim() === '' ? t('ui.field.required') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </SaveForm>
  );
}
