/** What each terminal and QR service says it took: typed in from their own reports, as blind as the drawer. */
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { providerNames } from '../app/providerNames.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import styles from './Close.module.css';
import type { NonCash } from './closeSteps.ts';
import type { Closing } from './useClosing.ts';

interface CloseTerminalsProps {
  readonly closing: Closing;
  readonly nonCash: readonly NonCash[];
  readonly onBack: () => void;
}

export function CloseTerminals({ closing, nonCash, onBack }: CloseTerminalsProps) {
  const { t } = useTranslation();
  const { told } = closing;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void closing.next();
  };
  return (
    <Paper component="form" className={styles.step} onSubmit={submit} noValidate>
      <Stack gap="lg">
        <Text>{t('shift.closing.terminalsHint')}</Text>
        <div className={styles.terminals}>
          {nonCash.map(({ provider }, place) => (
            <MoneyInput
              key={provider}
              label={providerNames[provider]}
              size="lg"
              autoFocus={place === 0}
              value={told[provider] ?? null}
              onChange={(toldSom) => closing.setTold({ ...told, [provider]: toldSom })}
            />
          ))}
        </div>
        <ErrorAnswer error={closing.error} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t('common.back')}
          </Button>
          <Button type="submit" loading={closing.isSending}>
            {t('shift.close')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
