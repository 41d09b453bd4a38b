/** A customer's account between two days: what was given and paid, who owes whom, on screen, as a file and to be signed. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reconciliationIdOf } from '../../../shared/receipt/printAddress.ts';
import type { Reconciliation } from '../../../shared/report/firmContract.ts';
import { type BusinessDay, isBusinessDay, monthOf } from '../../../shared/time.ts';
import { api } from '../../app/api.ts';
import { useFormat, useLanguage } from '../../app/language.ts';
import { SaveList } from '../../app/SaveList.tsx';
import { useSession } from '../../app/session.tsx';
import { useTill } from '../../app/useTill.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { DayInput } from '../../ui/DayInput.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorAnswer } from '../../ui/ErrorAnswer.tsx';
import { PrintJob } from '../../ui/PrintJob.tsx';
import { pdfFileName } from '../../ui/pdfFileName.ts';
import { reconciliationWords } from '../print/reconciliationWords.ts';

export interface ReconciliationDialogProps {
  readonly customerId: string;
  readonly name: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ReconciliationDialog({ isOpen, onClose, ...subject }: ReconciliationDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} size={900} title={t('report.firm.reconcile')}>
      <Account {...subject} />
    </Modal>
  );
}

/** The running month, until other days are asked for. */
function Account({ customerId, name }: Omit<ReconciliationDialogProps, 'isOpen' | 'onClose'>) {
  const { t } = useTranslation();
  const { shop } = useSession();
  const [from, setFrom] = useState<string | null>(monthOf(shop.businessDay).first);
  const [to, setTo] = useState<string | null>(shop.businessDay);
  const [isPrinting, setPrinting] = useState(false);
  const isSpan = from !== null && to !== null && isBusinessDay(from) && isBusinessDay(to) && from <= to;
  const days = { from: (from ?? '') as BusinessDay, to: (to ?? '') as BusinessDay };
  const { data, error } = useTill(
    api.report.reconciliation,
    { customerId, ...days },
    { isOn: isSpan, keepsLast: true },
  );
  return (
    <Stack gap="md">
      <Group align="flex-end">
        <DayInput label={t('report.firm.from')} value={from} onChange={setFrom} w={200} />
        <DayInput label={t('report.firm.to')} value={to} onChange={setTo} w={200} />
        {isSpan && data !== undefined && <SaveAccount account={data} />}
        <Button
          disabled={!isSpan}
          leftSection={<IconPrinter size={20} aria-hidden="true" />}
          onClick={() => setPrinting(true)}
        >
          {t('report.firm.print')}
        </Button>
      </Group>
      {!isSpan && <Text c="red">{t('report.firm.daysWrong')}</Text>}
      <ErrorAnswer error={error} />
      {isSpan && data !== undefined && <Rows account={data} />}
      {isPrinting && isSpan && (
        <PrintJob
          what={{ kind: 'reconciliation', id: reconciliationIdOf(customerId, days.from, days.to) }}
          title={t('report.firm.reconcile')}
          fileName={pdfFileName('dalolatnoma', name, days.to)}
          onClose={() => setPrinting(false)}
        />
      )}
    </Stack>
  );
}

type Row = Reconciliation['rows'][number];

function Rows({ account }: { readonly account: Reconciliation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = reconciliationWords[useLanguage()];
  const sum = (amount: number) => (amount === 0 ? '' : format.number(amount));
  const columns: readonly Column<Row>[] = [
    { key: 'day', header: words.day, width: 120, cell: ({ day }) => format.day(day) },
    {
      key: 'what',
      header: words.document,
      cell: ({ kind, receiptNumber }) =>
        receiptNumber === null ? words.kind[kind] : words.numbered(words.kind[kind], receiptNumber),
    },
    {
      key: 'debit',
      header: words.debit,
      width: 150,
      isFigure: true,
      cell: ({ debitSom }) => sum(debitSom),
    },
    {
      key: 'credit',
      header: words.credit,
      width: 150,
      isFigure: true,
      cell: ({ creditSom }) => sum(creditSom),
    },
    {
      key: 'balance',
      header: words.balance,
      width: 140,
      isFigure: true,
      cell: ({ balanceSom }) => format.number(balanceSom),
    },
  ];
  const { openingSom, closingSom, atOnce } = account;
  const owes = closingSom === 0 ? words.nobodyOwes : closingSom > 0 ? words.customerOwes : words.shopOwes;
  return (
    <>
      <Text>
        {words.opening}: <strong className="figures">{format.number(openingSom)}</strong>
      </Text>
      <DataTable
        label={t('report.firm.reconcile')}
        columns={columns}
        rows={account.rows}
        rowKey={(row) => `${row.at} ${row.kind} ${row.balanceSom}`}
        empty={<EmptyState title={t('report.firm.noRows')} />}
      />
      <Text>
        {words.closing}: <strong className="figures">{format.number(closingSom)}</strong> · {owes}
      </Text>
      {atOnce.receipts > 0 && (
        <Text c="dimmed">{words.atOnce(format.number(atOnce.receipts), format.som(atOnce.sumSom))}</Text>
      )}
    </>
  );
}

function SaveAccount({ account }: { readonly account: Reconciliation }) {
  const words = reconciliationWords[useLanguage()];
  return (
    <SaveList
      what="reconciliation"
      name="reconciliation"
      columns={[
        { header: words.day, value: (row: Row) => row.day },
        {
          header: words.document,
          value: ({ kind, receiptNumber }) =>
            receiptNumber === null ? words.kind[kind] : words.numbered(words.kind[kind], receiptNumber),
        },
        { header: words.debit, value: ({ debitSom }) => debitSom },
        { header: words.credit, value: ({ creditSom }) => creditSom },
        { header: words.balance, value: ({ balanceSom }) => balanceSom },
      ]}
      rows={() => Promise.resolve(account.rows)}
    />
  );
}
