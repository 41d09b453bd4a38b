/** The drawer is counted blind, note by note or as a sum. */
import { Button, Group, Paper, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { CashCount } from './CashCount.tsx';
import styles from './Close.module.css';
import type { Closing } from './useClosing.ts';

interface CloseCountProps {
  readonly closing: Closing;
  /** No terminal is asked after it. */
  readonly isLast: boolean;
  readonly onBack: () => void;
}

export function CloseCount({ closing, isLast, onBack }: CloseCountProps) {
  const { t } = useTranslation();
  const [isTried, setTried] = useState(false);
  const { cash } = closing;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (cash.sumSom !== null) void closing.next();
  };
  return (
    <Paper component="form" className={styles.step} onSubmit={submit} noValidate>
      <Stack gap="lg">
        <CashCount
          label={t('shift.counted')}
          description={t('shift.countedHint')}
          typed={cash}
          error={isTried && cash.sumSom === null ? t('shift.closing.countFirst') : undefined}
          onChange={closing.setCash}
        />
        <ErrorAnswer error={closing.error} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t('common.back')}
          </Button>
          <Button type="submit" loading={closing.isSending}>
            {t(isLast ? 'shift.close' : 'common.next')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
