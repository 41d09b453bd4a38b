/** The shop's printers: which there are, where receipts go, and setting each one up. */
import { Button, Group, Stack } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { CalibrationWizard } from './CalibrationWizard.tsx';
import { PrinterCard } from './PrinterCard.tsx';
import { PrinterDrawer } from './PrinterDrawer.tsx';
import { canCalibrate, type Printer } from './printer.ts';

export function PrintersSection() {
  const { t } = useTranslation();
  const { data, error } = useTill(api.receipt.printers, {});
  const [edited, setEdited] = useState<Printer | 'new' | null>(null);
  const [calibrated, setCalibrated] = useState<Printer | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setEdited('new')}>
      {t('receipt.addPrinter')}
    </Button>
  );
  return (
    <Stack gap="md" maw={1080}>
      <ErrorAnswer error={error} />
      {data?.printers.length === 0 ? (
        <EmptyState
          icon={<IconPrinter size={48} />}
          title={t('receipt.noPrinters')}
          hint={t('receipt.noPrintersHint')}
          action={add}
        />
      ) : (
        <>
          {data?.printers.map((printer) => (
            <PrinterCard
              key={printer.id}
              printer={printer}
              onEdit={() => setEdited(printer)}
              onCalibrate={() => setCalibrated(printer)}
            />
          ))}
          <Group>{add}</Group>
        </>
      )}
      <PrinterDrawer
        edited={edited}
        onClose={() => setEdited(null)}
        onAdded={(printer) => canCalibrate(printer) && setCalibrated(printer)}
      />
      <CalibrationWizard printer={calibrated} onClose={() => setCalibrated(null)} />
    </Stack>
  );
}
