/** The papers on their way, per printer: what keeps each one, when it is tried again, and what a person can do. */
import { SegmentedControl, Select, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJob } from '../../shared/receipt/spoolContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { usePages } from '../app/usePages.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { OneJob } from './OneJob.tsx';
import { PapersTabs } from './PapersTabs.tsx';
import { isInTrouble } from './paperActs.ts';
import { useJobWords, useTroubleWords } from './paperWords.ts';
import styles from './QueuePage.module.css';

type Which = 'open' | 'all';

export function QueuePage() {
  const { t } = useTranslation();
  const [which, setWhich] = useState<Which>('open');
  const [printerId, setPrinter] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = usePages(api.receipt.jobs, { which, printerId });
  const jobs = list.pages.flatMap((page) => page.jobs);
  const printers = list.pages[0]?.printers ?? [];
  const columns = useColumns(printers.length > 1);
  const shown = jobs.find(({ id }) => id === chosen) ?? jobs[0];
  return (
    <>
      <PapersTabs open="queue">
        {printers.length > 1 && (
          <Select
            aria-label={t('receipt.printer')}
            placeholder={t('receipt.queue.allPrinters')}
            clearable
            data={printers.map(({ id, name, waiting }) => ({
              value: id,
              label: waiting === 0 ? name : t('receipt.queue.waitingAt', { name, waiting }),
            }))}
            value={printerId}
            onChange={setPrinter}
          />
        )}
        <SegmentedControl
          aria-label={t('receipt.queue.which')}
          data={(['open', 'all'] as const).map((value) => ({ value, label: t(`receipt.queue.${value}`) }))}
          value={which}
          onChange={setWhich}
        />
      </PapersTabs>
      <ErrorAnswer error={list.error} />
      {!list.isLoading && jobs.length === 0 ? (
        <EmptyState
          icon={<IconPrinter size={48} />}
          title={t(which === 'open' ? 'receipt.queue.none' : 'receipt.queue.noneAll')}
        />
      ) : (
        <div className={styles.columns}>
          <DataTable
            label={t('receipt.queue.title')}
            columns={columns}
            rows={jobs}
            rowKey={({ id }) => id}
            onRow={({ id }) => setChosen(id)}
            isSelected={({ id }) => id === shown?.id}
            footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
            empty={null}
          />
          {shown !== undefined && <OneJob key={shown.id} job={shown} />}
        </div>
      )}
    </>
  );
}

function useColumns(showsPrinter: boolean): readonly Column<PrintJob>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = useJobWords();
  return [
    {
      key: 'at',
      header: t('common.date'),
      width: 112,
      cell: (job) => <span className="figures">{format.moment(job.createdAt)}</span>,
    },
    {
      key: 'paper',
      header: t('receipt.queue.paper'),
      cell: (job) => (
        <>
          {wordsOf(job)} {showsPrinter && <span className="muted">· {job.printerName}</span>}
        </>
      ),
    },
    { key: 'state', header: t('receipt.queue.state'), cell: (job) => <StateWords job={job} /> },
    {
      key: 'nextTry',
      header: t('receipt.queue.nextTry'),
      width: 88,
      isFigure: true,
      cell: (job) => (job.nextTryAt === null ? '–' : format.time(job.nextTryAt)),
    },
  ];
}

/** The printer's own reason where it gave one: it says more than the state. */
function StateWords({ job: { state, reason, resolution } }: { job: PrintJob }) {
  const { t } = useTranslation();
  const why = useTroubleWords()(reason);
  const isStopped = state === 'blocked' || state === 'retry_wait';
  return (
    <Text fw={isInTrouble(state) ? 600 : 400} c={state === 'failed' ? 'var(--danger)' : undefined}>
      {isStopped && why !== null ? why : t(`receipt.state.${state}`)}
      {resolution !== null && <span className="muted"> · {t(`receipt.resolution.${resolution}`)}</span>}
    </Text>
  );
}
