/** Whether a month is closed: closing it, opening it again with a reason, and whether the file still says what was kept. */
import { Alert, Badge, Button, Modal, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { businessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import styles from './MonthPage.module.css';
import type { MonthAnswer } from './monthAnswer.ts';

export function MonthState({ answer }: { answer: MonthAnswer }) {
  const mayClose = useMay('report.closeMonth');
  if (answer.closed !== null) return <Closed answer={answer} closed={answer.closed} mayOpen={mayClose} />;
  return <Open answer={answer} mayClose={mayClose} />;
}

const monthOf = (answer: MonthAnswer) => businessDay(`${answer.figures.month}-01`);

function Open({ answer, mayClose }: { answer: MonthAnswer; mayClose: boolean }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const { notClosable } = answer;
  return (
    <div className={styles.state}>
      <span className="muted">
        {notClosable === null ? t('report.month.isOver') : t(`report.month.notClosable.${notClosable}`)}
      </span>
      <LastReopening answer={answer} />
      {mayClose && (
        <Button
          leftSection={<IconLock size={20} aria-hidden="true" />}
          disabled={notClosable !== null}
          onClick={() => setAsking(true)}
        >
          {t('report.month.close')}
        </Button>
      )}
      {isAsking && <CloseQuestion answer={answer} onClose={() => setAsking(false)} />}
    </div>
  );
}

function CloseQuestion({ answer, onClose }: { answer: MonthAnswer; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const close = useIntention(api.ledger.closeMonth);
  const month = format.month(monthOf(answer));
  const confirm = async () => {
    const done = await close.send({ month: answer.figures.month });
    if (!done.ok) return;
    notifications.show({ message: t('report.month.closedNow', { month }), color: 'green' });
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('report.month.closeTitle', { month })}
      action={t('report.month.close')}
      isBusy={close.isSending}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <span>{t('report.month.closeHint')}</span>
      <ErrorAnswer error={close.error} />
    </ConfirmDialog>
  );
}

interface ClosedProps {
  readonly answer: MonthAnswer;
  readonly closed: NonNullable<MonthAnswer['closed']>;
  readonly mayOpen: boolean;
}

function Closed({ answer, closed, mayOpen }: ClosedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpening, setOpening] = useState(false);
  return (
    <div className={styles.state}>
      {closed.isSame ? (
        <>
          <Badge size="lg" color="teal" leftSection={<IconLock size={14} aria-hidden="true" />}>
            {t('report.month.closed')}
          </Badge>
          <span className="muted">
            {t('report.month.closedBy', { name: closed.byName, at: format.moment(closed.at) })}
          </span>
        </>
      ) : (
        <Alert color="red" role="alert">
          {t('report.month.notSame')}
        </Alert>
      )}
      <LastReopening answer={answer} />
      {mayOpen && (
        <Button
          variant="default"
          leftSection={<IconLockOpen size={20} aria-hidden="true" />}
          onClick={() => setOpening(true)}
        >
          {t('report.month.reopen')}
        </Button>
      )}
      {isOpening && <ReopenForm answer={answer} onClose={() => setOpening(false)} />}
    </div>
  );
}

/** A month that was opened again stays marked: whoever has its paper should know. */
function LastReopening({ answer }: { answer: MonthAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const last = answer.reopened.at(-1);
  if (last === undefined) return null;
  return (
    <span className="muted">
      {t('report.month.reopened', { name: last.byName, at: format.moment(last.at), reason: last.reason })}
    </span>
  );
}

function ReopenForm({ answer, onClose }: { answer: MonthAnswer; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const reopen = useIntention(api.ledger.reopenMonth);
  const send = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const done = await reopen.send({ month: answer.figures.month, reason: reason.trim() });
    if (done.ok) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={t('report.month.reopenTitle', { month: format.month(monthOf(answer)) })}
    >
      <SaveForm
        error={reopen.error}
        isSending={reopen.isSending}
        action={t('report.month.reopen')}
        onSave={send}
        onCancel={onClose}
      >
        <Textarea
          data-autofocus
          label={t('common.reason')}
          description={t('report.month.reopenHint')}
          maxLength={200}
          value={reason}
          error={isTried && reason.trim() === '' ? t('ui.field.required') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </SaveForm>
    </Modal>
  );
}
