/** The opened books: sums, VAT, numbers, Z reports, returns, every receipt, and whether the journal holds. */
import { Alert, Button } from '@mantine/core';
import { IconDownload, IconPrinter, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { csvFile } from '../app/csvFile.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { saveFile } from '../app/saveFile.ts';
import { usePages } from '../app/usePages.ts';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { PrintJob } from '../ui/PrintJob.tsx';
import { pdfFileName } from '../ui/pdfFileName.ts';
import { BookCard, BookCards } from './BookCards.tsx';
import { bookRows, type Say } from './bookBlock.ts';
import {
  inspectionBlocks,
  receiptMarks,
  receiptPayment,
  receiptsBlock,
  receiptVat,
} from './inspectionBlocks.ts';
import styles from './MonthPage.module.css';
import type { InspectedReceipt, InspectionProof } from './monthAnswer.ts';
import { readReceipts } from './readReceipts.ts';

function useSay(): Say {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => ({ t, format }), [t, format]);
}

export function InspectionView({ inspectionId }: { inspectionId: string }) {
  const say = useSay();
  const { data, error } = useTill(api.report.inspection, { inspectionId });
  const blocks = useMemo(() => (data === undefined ? [] : inspectionBlocks(data, say)), [data, say]);
  const narrow = blocks.filter(({ isWide }) => !isWide);
  const wide = blocks.filter(({ isWide }) => isWide);
  return (
    <>
      <ErrorAnswer error={error} />
      <Proof inspectionId={inspectionId} />
      <BookCards blocks={narrow} />
      {wide.map((block) => (
        <BookCard key={block.key} block={block} />
      ))}
      <Receipts inspectionId={inspectionId} />
    </>
  );
}

function Proof({ inspectionId }: { inspectionId: string }) {
  const { t } = useTranslation();
  const { data, error, isLoading } = useTill(api.report.inspectionProof, { inspectionId });
  if (isLoading) return <span className="muted">{t('report.inspection.proving')}</span>;
  return (
    <>
      <ErrorAnswer error={error} />
      {data !== undefined && <ProofAnswer proof={data} />}
    </>
  );
}

function ProofAnswer({ proof }: { proof: InspectionProof }) {
  const { t } = useTranslation();
  const { firstFault, lastSequence, lastHash } = proof;
  if (firstFault !== null) {
    return (
      <Alert color="red" role="alert" icon={<IconShieldX />}>
        {t('report.inspection.broken', { number: firstFault.sequence })}
      </Alert>
    );
  }
  return (
    <Alert color="teal" icon={<IconShieldCheck />}>
      {t('report.inspection.proved', { count: proof.documents })}
      {lastHash !== null && (
        <div className={`${styles.seal} muted figures`}>
          {t('report.inspection.seal', { number: lastSequence, hash: lastHash })}
        </div>
      )}
    </Alert>
  );
}

function Receipts({ inspectionId }: { inspectionId: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const list = usePages(api.report.inspectedReceipts, { inspectionId }, 100);
  const rows = list.pages.flatMap(({ receipts }) => receipts);
  const columns = useReceiptColumns(say);
  return (
    <section>
      <h2>{t('report.inspection.receipts')}</h2>
      <ErrorAnswer error={list.error} />
      {!list.isLoading && (
        <DataTable
          label={t('report.inspection.receipts')}
          columns={columns}
          rows={rows}
          rowKey={({ tillNumber, number }) => `${tillNumber} ${number}`}
          empty={<EmptyState title={t('report.inspection.noReceipts')} />}
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
        />
      )}
    </section>
  );
}

function useReceiptColumns(say: Say): readonly Column<InspectedReceipt>[] {
  const { t, format } = say;
  return [
    { key: 'number', header: '№', width: 90, cell: ({ number }) => String(number) },
    { key: 'day', header: t('common.date'), width: 120, cell: ({ day }) => format.day(day) },
    { key: 'time', header: t('common.time'), width: 80, cell: ({ soldAt }) => format.time(soldAt) },
    { key: 'paid', header: t('report.inspection.payment'), cell: (receipt) => receiptPayment(receipt, say) },
    {
      key: 'fiscal',
      header: t('report.inspection.fiscal'),
      width: 120,
      cell: ({ fiscalNumber }) =>
        fiscalNumber ?? <span className="muted">{t('report.inspection.notFiscal')}</span>,
    },
    { key: 'marks', header: t('report.inspection.marks'), cell: (receipt) => receiptMarks(receipt, say) },
    {
      key: 'vat',
      header: t('report.month.vatInside'),
      isFigure: true,
      width: 170,
      cell: (receipt) => receiptVat(receipt, say),
    },
    {
      key: 'net',
      header: t('common.total'),
      isFigure: true,
      width: 140,
      cell: ({ netSom }) => format.number(netSom),
    },
  ];
}

/** The same books as a file with every receipt, and on paper. */
export function InspectionExports({ inspectionId }: { inspectionId: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const { data } = useTill(api.report.inspection, { inspectionId });
  const [isReading, setReading] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  if (data === undefined) return null;
  const save = async () => {
    setReading(true);
    const all = await readReceipts(inspectionId);
    setReading(false);
    if (typeof all === 'string') return;
    const { fromOn, toOn, shop } = data;
    const title = [
      shop.name,
      t('report.inspection.title', { from: say.format.day(fromOn), to: say.format.day(toOn) }),
    ];
    const blocks = [...inspectionBlocks(data, say), receiptsBlock(all.receipts, say)];
    saveFile(`tekshiruv-${fromOn}-${toOn}.csv`, csvFile(bookRows(title, blocks)));
  };
  return (
    <>
      <Button
        variant="default"
        loading={isReading}
        leftSection={<IconDownload size={20} aria-hidden="true" />}
        onClick={() => void save()}
      >
        {t('report.month.file')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden="true" />}
        onClick={() => setPrinting(true)}
      >
        {t('common.print')}
      </Button>
      {isPrinting && (
        <PrintJob
          what={{ kind: 'inspection', id: `${inspectionId}-${language}` }}
          title={t('report.inspection.print')}
          fileName={pdfFileName('tekshiruv', data.fromOn, data.toOn)}
          onClose={() => setPrinting(false)}
        />
      )}
    </>
  );
}
