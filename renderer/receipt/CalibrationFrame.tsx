/** One step of setting a printer up: how far it is, what is asked, and the way on. */
import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './CalibrationWizard.module.css';
import { type CalibrationDraft, type CalibrationStep, calibrationSteps } from './calibrationSteps.ts';
import type { Printer } from './printer.ts';

/** What every step gets. */
export interface CalibrationStepProps {
  readonly printer: Printer;
  readonly draft: CalibrationDraft;
  readonly onChange: (patch: Partial<CalibrationDraft>) => void;
  /** True after somebody wanted to go on without an answer. */
  readonly isMissing: boolean;
}

export interface CalibrationFrameProps {
  step: CalibrationStep;
  children: ReactNode;
  nextLabel?: string;
  backLabel?: string;
  isBusy?: boolean;
  /** A step that asks nothing: Enter goes on at once. */
  asksNothing?: boolean;
  onBack: () => void;
  onNext: () => void;
}

/** Enter goes on too. */
export function CalibrationFrame(props: CalibrationFrameProps) {
  const { t } = useTranslation();
  const place = calibrationSteps.indexOf(props.step);
  const { asksNothing = false, isBusy = false } = props;
  const way = useRef<HTMLButtonElement>(null);
  // A button that works loses the focus; when it has ended, Enter goes on again.
  useEffect(() => {
    if (asksNothing && !isBusy) way.current?.focus();
  }, [asksNothing, isBusy]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    props.onNext();
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="lg">
        <ol
          className={styles.steps}
          aria-label={t('receipt.calibration.stepOf', { step: place + 1, of: calibrationSteps.length })}
        >
          {calibrationSteps.map((name, index) => (
            <li key={name} data-done={index <= place || undefined} />
          ))}
        </ol>
        <div className={styles.body}>{props.children}</div>
        <Group justify="space-between">
          <Button variant="default" onClick={props.onBack}>
            {props.backLabel ?? t('common.back')}
          </Button>
          <Button ref={way} type="submit" loading={isBusy} data-autofocus={asksNothing || undefined}>
            {props.nextLabel ?? t('common.next')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
