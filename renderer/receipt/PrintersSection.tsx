/** The shop's printers: which there are, a test slip for each, and the drawer to add or change one. */
import { Button, Group, Paper, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PrinterDrawer } from './PrinterDrawer.tsx';
import type { Printer } from './printer.ts';

export function PrintersSection() {
  const { t } = useTranslation();
  const { data, error } = useTill(api.receipt.printers, {});
  const [edited, setEdited] = useState<Printer | 'new' | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setEdited('new')}>
      {t('receipt.addPrinter')}
    </Button>
  );
  return (
    <Stack gap="md" maw={840}>
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
          {data?.printers.map((printer, place) => (
            <PrinterCard
              key={printer.id}
              printer={printer}
              isFirst={place === 0}
              onEdit={() => setEdited(printer)}
            />
          ))}
          <Group>{add}</Group>
        </>
      )}
      <PrinterDrawer edited={edited} onClose={() => setEdited(null)} />
    </Stack>
  );
}

interface PrinterCardProps {
  printer: Printer;
  /** Receipts go to the first. */
  isFirst: boolean;
  onEdit: () => void;
}

function PrinterCard({ printer, isFirst, onEdit }: PrinterCardProps) {
  const { t } = useTranslation();
  const test = useIntention(api.receipt.printTestSlip);
  const { connection } = printer;
  const where =
    connection.kind === 'tcp'
      ? `${connection.host}:${connection.port}`
      : connection.kind === 'file'
        ? connection.path
        : t('receipt.connectionKind.none');
  async function print() {
    const answer = await test.send({ printerId: printer.id });
    if (answer.ok) notifications.show({ message: t('receipt.testSent'), color: 'green' });
  }
  return (
    <Paper>
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <strong>{printer.name}</strong>
          {isFirst && <span className="muted"> · {t('receipt.receiptsGoHere')}</span>}
          <div className="muted">{where}</div>
        </div>
        <Group gap="sm" wrap="nowrap">
          <Button variant="default" loading={test.isSending} onClick={() => void print()}>
            {t('receipt.testSlip')}
          </Button>
          <Button variant="default" onClick={onEdit}>
            {t('common.edit')}
          </Button>
        </Group>
      </Group>
      <ErrorAnswer error={test.error} />
    </Paper>
  );
}
