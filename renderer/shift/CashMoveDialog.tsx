/** Cash that comes into the drawer or leaves it beside the sales: how much, and why. */
import { Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Som } from '../../shared/money.ts';
import type { CashMoveKind } from '../../shared/shift/figures.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';

interface CashMoveDialogProps {
  readonly kind: CashMoveKind;
  readonly onClose: () => void;
}

export function CashMoveDialog({ kind, onClose }: CashMoveDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} size={520} title={t(`shift.move.${kind}`)}>
      <MoveForm kind={kind} onClose={onClose} />
    </Modal>
  );
}

function MoveForm({ kind, onClose }: CashMoveDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [amountSom, setAmount] = useState<Som | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const move = useIntention(api.shift.moveCash);
  const isMissing = amountSom === null || amountSom === 0;
  const send = async () => {
    setTried(true);
    if (isMissing || reason.trim() === '') return;
    const answer = await move.send({ kind, amountSom, reason: reason.trim() });
    if (!answer.ok) return;
    notifications.show({
      message: t('shift.move.done', { kind: t(`shift.move.${kind}`), sum: format.som(amountSom) }),
      color: 'green',
    });
    onClose();
  };
  const required = (isWrong: boolean) => (isTried && isWrong ? t('ui.field.required') : undefined);
  return (
    <SaveForm
      error={move.error}
      isSending={move.isSending}
      action={t(`shift.move.${kind}`)}
      onSave={send}
      onCancel={onClose}
    >
      <MoneyInput
        label={t('shift.move.amount')}
        size="xl"
        data-autofocus
        value={amountSom}
        error={required(isMissing)}
        onChange={setAmount}
      />
      <TextInput
        label={t('common.reason')}
        description={t(`shift.move.hint.${kind}`)}
        maxLength={120}
        autoComplete="off"
        value={reason}
        error={required(reason.trim() === '')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </SaveForm>
  );
}
