/** What the slip has shown, before it is kept: the printer as the till will use it from now on. */
import { Alert, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { profileFrom } from '../../shared/receipt/calibration.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { CalibrationFrame } from './CalibrationFrame.tsx';
import styles from './CalibrationWizard.module.css';
import { answersOf, type CalibrationDraft } from './calibrationSteps.ts';
import type { Printer } from './printer.ts';
import { usePrinterWords } from './printerWords.ts';

export interface CalibrationSummaryProps {
  printer: Printer;
  draft: CalibrationDraft;
  onBack: () => void;
  onClose: () => void;
}

export function CalibrationSummary({ printer, draft, onBack, onClose }: CalibrationSummaryProps) {
  const { t } = useTranslation();
  const words = usePrinterWords();
  const save = useIntention(api.receipt.savePrinter);
  const test = useIntention(api.receipt.printTestSlip);
  const answers = answersOf(draft);
  if (answers === null) return null;
  const { profile, warnings } = profileFrom(answers);
  const lines = [
    [t('receipt.calibration.letters'), words.letters(profile)],
    [t('receipt.widthLabel'), words.width(profile)],
    [
      t('receipt.calibration.codes'),
      warnings.includes('noCodes') ? t('receipt.symbols.none') : words.symbols(profile),
    ],
    [t('receipt.calibration.cutter'), words.cutter(profile)],
    [t('receipt.drawerLabel'), words.drawer(profile)],
    [t('receipt.tellsLabel'), words.status(profile)],
  ] as const;
  async function keep() {
    const { id, name, connection } = printer;
    const saved = await save.send({ printerId: id, name, connection, profile });
    if (!saved.ok) return;
    const printed = await test.send({ printerId: id });
    if (!printed.ok) return;
    notifications.show({ message: t('receipt.calibration.saved'), color: 'green' });
    onClose();
  }
  return (
    <CalibrationFrame
      step="summary"
      asksNothing
      nextLabel={t('receipt.calibration.saveAndTest')}
      isBusy={save.isSending || test.isSending}
      onBack={onBack}
      onNext={() => void keep()}
    >
      <Stack gap="md">
        <Title order={2}>{t('receipt.calibration.summaryTitle')}</Title>
        <Text c="dimmed">{t('receipt.calibration.summaryHint')}</Text>
        <dl className={styles.summary}>
          {lines.map(([label, value]) => (
            <Fragment key={label}>
              <dt className="muted">{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
        {warnings.map((warning) => (
          <Alert key={warning} variant="light" color="amber" icon={<IconAlertTriangle />}>
            {t(`receipt.calibration.warning.${warning}`)}
          </Alert>
        ))}
        <ErrorAnswer error={save.error ?? test.error} />
      </Stack>
    </CalibrationFrame>
  );
}
