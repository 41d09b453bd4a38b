/** One step of the first start: what it is about, its fields, how far it is, and the way on. */
import { Button, Center, Group, Paper, Stack, Title } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import type { TillError } from './answer.ts';
import styles from './FirstStart.module.css';
import type { Draft } from './firstStartDraft.ts';

export const steps = ['shop', 'owner', 'cashier', 'equipment', 'bonus', 'summary'] as const;
export type Step = (typeof steps)[number];

export interface StepProps {
  readonly draft: Draft;
  readonly onNext: (patch: Partial<Draft>) => void;
  readonly onBack: () => void;
}

export interface StepFrameProps {
  step: Step;
  title: string;
  hint: string;
  children: ReactNode;
  error?: TillError | null;
  nextLabel?: string;
  isBusy?: boolean;
  /** Another way on, e.g. without this step. */
  other?: ReactNode;
  onBack: () => void;
  onNext: () => void;
}

/** One step: what it is about, the fields, and the way on. Enter goes on too. */
export function StepFrame(props: StepFrameProps) {
  const { t } = useTranslation();
  const place = steps.indexOf(props.step);
  const send = (event: FormEvent) => {
    event.preventDefault();
    props.onNext();
  };
  return (
    <Center mih="100%" p="md">
      <Paper component="form" className={styles.wizard} onSubmit={send} noValidate>
        <ol className={styles.steps} aria-label={t('shop.stepOf', { step: place + 1, of: steps.length })}>
          {steps.map((name, at) => (
            <li key={name} data-done={at <= place || undefined} />
          ))}
        </ol>
        <Stack gap={4}>
          <Title order={1}>{props.title}</Title>
          <div className="muted">{props.hint}</div>
        </Stack>
        {props.children}
        <ErrorAnswer error={props.error ?? null} />
        <Group justify="space-between">
          <Button variant="default" onClick={props.onBack}>
            {t('common.back')}
          </Button>
          <Group gap="sm">
            {props.other}
            <Button type="submit" loading={props.isBusy ?? false}>
              {props.nextLabel ?? t('common.next')}
            </Button>
          </Group>
        </Group>
      </Paper>
    </Center>
  );
}
