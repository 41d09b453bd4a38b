/** The first step: the till asks the printer what it can tell, then prints the slip that the next steps ask about. */
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatusCapability } from '../../shared/receipt/printers.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { CalibrationFrame } from './CalibrationFrame.tsx';
import { learnStatus } from './learnStatus.ts';
import type { Printer } from './printer.ts';

export interface CalibrationPrintProps {
  printer: Printer;
  /** Somebody has the slip in the hand. */
  onPrinted: (status: StatusCapability) => void;
  onLeave: () => void;
}

export function CalibrationPrint({ printer, onPrinted, onLeave }: CalibrationPrintProps) {
  const { t } = useTranslation();
  const slip = useCalibrationSlip(printer);
  const { printed } = slip;
  const goOn = () => {
    if (printed === null) return void slip.print();
    void slip.settle();
    onPrinted(printed.status);
  };
  return (
    <CalibrationFrame
      step="print"
      asksNothing
      nextLabel={t(printed === null ? 'receipt.calibration.print' : 'receipt.calibration.haveSlip')}
      backLabel={t('receipt.calibration.later')}
      isBusy={slip.isPrinting}
      onBack={onLeave}
      onNext={goOn}
    >
      <Stack gap="lg">
        <Title order={2}>{t('receipt.calibration.printTitle')}</Title>
        <Text>{t('receipt.calibration.printHint')}</Text>
        <Text c="dimmed">{t('receipt.calibration.printTime')}</Text>
        <NotReached error={slip.error} />
        {printed !== null && slip.trouble === null && (
          <Alert variant="light" color="green" role="status">
            {t('receipt.calibration.sent')}
          </Alert>
        )}
        {slip.trouble !== null && (
          <Alert variant="light" color="amber" role="status">
            {slip.trouble}
          </Alert>
        )}
        {printed !== null && (
          <Group>
            <Button
              variant="default"
              leftSection={<IconPrinter size={20} aria-hidden="true" />}
              loading={slip.isPrinting}
              onClick={() => void slip.print()}
            >
              {t('receipt.calibration.again')}
            </Button>
          </Group>
        )}
      </Stack>
    </CalibrationFrame>
  );
}

/** A printer that was not reached says why, where it is known. */
function NotReached({ error }: { error: TillError | null }) {
  const { t, i18n } = useTranslation();
  if (error?.code !== 'PrinterNotReached') return <ErrorAnswer error={error} />;
  const { reason } = error.data as { readonly reason: string };
  const key = `receipt.trouble.${reason}`;
  if (!i18n.exists(key)) return <ErrorAnswer error={error} />;
  return (
    <Alert variant="light" color="red" role="alert" title={t(key)}>
      {t('receipt.calibration.mend')}
    </Alert>
  );
}

/**
 * Gives up a slip that still waits, before another is printed and when the step is left: nobody wants it to come out an hour
 * later. One that is on its way or out already refuses, and that is well.
 */
function useGivingUp(jobId: string | null): () => Promise<void> {
  const { send } = useIntention(api.receipt.cancelJob);
  const giveUp = async () => {
    if (jobId !== null) await send({ jobId });
  };
  const latest = useRef(giveUp);
  useEffect(() => {
    latest.current = giveUp;
  });
  useEffect(() => () => void latest.current(), []);
  return giveUp;
}

interface PrintedSlip {
  readonly jobId: string;
  readonly status: StatusCapability;
}

/**
 * The slip of one printer. The till first learns what the printer can tell and keeps that, because only then the end of the
 * slip is told honestly; an unreached printer prints nothing, so that no slips pile up for the moment it comes back.
 */
function useCalibrationSlip(printer: Printer) {
  const { t, i18n } = useTranslation();
  const slip = useIntention(api.receipt.printCalibration);
  const resolve = useIntention(api.receipt.resolveJob);
  const [printed, setPrinted] = useState<PrintedSlip | null>(null);
  const [error, setError] = useState<TillError | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const problem = useTill(api.receipt.state, {}).data?.problem ?? null;
  const ours = problem?.jobId === printed?.jobId ? problem : null;
  const giveUp = useGivingUp(printed?.jobId ?? null);

  async function printOnce(): Promise<TillError | null> {
    const learnt = await learnStatus(printer);
    if (!learnt.ok) return learnt.error;
    const answer = await slip.send({ printerId: printer.id });
    if (!answer.ok) return answer.error;
    setPrinted({ jobId: answer.data.jobId, status: learnt.data });
    return null;
  }

  async function print() {
    setPrinting(true);
    setError(null);
    await giveUp();
    setError(await printOnce());
    setPrinting(false);
  }

  /** Who holds the slip has answered whether it came out. */
  async function settle() {
    if (ours?.state === 'unknown') await resolve.send({ jobId: ours.jobId, answer: 'whole' });
  }

  const why = ours === null ? null : `receipt.trouble.${ours.reason}`;
  const trouble = why === null ? null : i18n.exists(why) ? t(why) : t(`receipt.badge.${ours?.state}`);
  return { print, settle, printed, error, isPrinting, trouble };
}
