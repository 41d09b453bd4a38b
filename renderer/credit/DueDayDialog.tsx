/** Another day on which one debt is to be paid. */
import { Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DebtShown } from '../../shared/credit/contract.ts';
import { isBusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';

export interface DueDayDialogProps {
  /** Null: the dialog is shut. */
  readonly debt: DebtShown | null;
  readonly onClose: () => void;
}

export function DueDayDialog({ debt, onClose }: DueDayDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={debt !== null} onClose={onClose} title={t('credit.dueDay.title')}>
      {debt !== null && <DueDayForm debt={debt} onClose={onClose} />}
    </Modal>
  );
}

function DueDayForm({ debt, onClose }: { debt: DebtShown; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [dueOn, setDueOn] = useState<string | null>(debt.dueOn);
  const [isTried, setTried] = useState(false);
  const change = useIntention(api.credit.changeDueDay);
  const isWrong = dueOn === null || !isBusinessDay(dueOn);
  const send = async () => {
    setTried(true);
    if (isWrong) return;
    const answer = await change.send({ debtId: debt.debtId, dueOn });
    if (!answer.ok) return;
    notifications.show({ message: t('common.saved'), color: 'green' });
    onClose();
  };
  return (
    <SaveForm error={change.error} isSending={change.isSending} onSave={send} onCancel={onClose}>
      <Text>{t('credit.dueDay.of', { day: format.day(debt.takenOn), sum: format.som(debt.openSom) })}</Text>
      <DayInput
        label={t('credit.dueOn')}
        data-autofocus
        value={dueOn}
        error={isTried && isWrong ? t('ui.field.required') : undefined}
        onChange={setDueOn}
      />
    </SaveForm>
  );
}
