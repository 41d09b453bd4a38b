/** The count and the till differ by more than the shop's limit: counting again comes first, a reason second. */
import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SecondPerson, useStanding } from '../staff/SecondPerson.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './Close.module.css';
import type { Closing } from './useClosing.ts';

export function CloseQuestion({ closing }: { closing: Closing }) {
  const { t } = useTranslation();
  const [isSure, setSure] = useState(false);
  return (
    <Paper className={styles.step}>
      <Stack gap="lg">
        <div className={`${styles.matter} ${styles.differs}`} role="alert">
          <Title order={2} className={styles.what}>
            {t('shift.closing.differs')}
          </Title>
        </div>
        <Text>{t('shift.closing.differsHint')}</Text>
        {isSure ? (
          <ReasonForm closing={closing} />
        ) : (
          <Group justify="space-between">
            <Button variant="default" onClick={() => setSure(true)}>
              {t('shift.closing.isRight')}
            </Button>
            <Button autoFocus onClick={closing.countAgain}>
              {t('shift.closing.countAgain')}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function ReasonForm({ closing }: { closing: Closing }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const second = useStanding();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || !second.isReady) return;
    void closing.closeAnyway({ reason: reason.trim(), approval: second.approval });
  };
  // That the limit was passed is what this page says anyway; only what came after the reason is news.
  const error = closing.error?.code === 'DifferenceAboveLimit' ? null : closing.error;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <TextInput
          label={t('shift.closing.reason')}
          description={t('shift.closing.reasonHint')}
          autoFocus
          maxLength={200}
          autoComplete="off"
          value={reason}
          error={isTried && reason.trim() === '' ? t('ui.field.required') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <SecondPerson state={second} />
        <ErrorAnswer error={error} />
        <Group justify="space-between">
          <Button variant="default" onClick={closing.countAgain}>
            {t('shift.closing.countAgain')}
          </Button>
          <Button type="submit" loading={closing.isSending} disabled={!second.isReady}>
            {t('shift.close')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
