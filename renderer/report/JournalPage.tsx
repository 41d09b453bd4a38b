/** The journal for the owner: what to look at first, every document with who and when, and the proof that all is whole. */
import { Button, Paper, Select, Text } from '@mantine/core';
import { IconFileZip, IconNotebook, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentKind, documentKinds } from '../../shared/journal/document.ts';
import type { JournalDocument } from '../../shared/report/journalContract.ts';
import { type BusinessDay, isBusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { usePages } from '../app/usePages.ts';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import { ArchiveDialog } from './ArchiveDialog.tsx';
import { AttentionList } from './AttentionList.tsx';
import styles from './JournalPage.module.css';
import { VerifyDialog } from './VerifyDialog.tsx';

interface Filter {
  readonly kind: DocumentKind | null;
  readonly personId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly receiptNumber: number | null;
}

const everything: Filter = { kind: null, personId: null, from: null, to: null, receiptNumber: null };

/** A day that is still being typed filters nothing. */
const wholeDay = (typed: string | null): BusinessDay | null =>
  typed !== null && isBusinessDay(typed) ? typed : null;

export function JournalPage() {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'verify' | 'archive' | null>(null);
  const [filter, setFilter] = useState(everything);
  const [chosen, setChosen] = useState<number | null>(null);
  const columns = useColumns();
  const list = usePages(api.report.journal, {
    kinds: filter.kind === null ? [] : [filter.kind],
    personId: filter.personId,
    from: wholeDay(filter.from),
    to: wholeDay(filter.to),
    receiptNumber: filter.receiptNumber,
  });
  const documents = list.pages.flatMap((page) => page.documents);
  return (
    <>
      <PageHeader title={t('ui.nav.journal')} note={t('report.journal.note')}>
        <Button
          variant="default"
          leftSection={<IconFileZip size={20} aria-hidden="true" />}
          onClick={() => setDialog('archive')}
        >
          {t('report.journal.archive')}
        </Button>
        <Button
          leftSection={<IconShieldCheck size={20} aria-hidden="true" />}
          onClick={() => setDialog('verify')}
        >
          {t('report.journal.verify')}
        </Button>
      </PageHeader>
      <AttentionList />
      <FilterFields filter={filter} onFilter={setFilter} />
      <ErrorAnswer error={list.error} />
      <div className={styles.columns}>
        <DataTable
          label={t('ui.nav.journal')}
          columns={columns}
          rows={documents}
          rowKey={({ sequence }) => String(sequence)}
          onRow={({ sequence }) => setChosen(sequence)}
          isSelected={({ sequence }) => sequence === chosen}
          empty={
            list.isLoading ? null : (
              <EmptyState icon={<IconNotebook size={48} />} title={t('report.journal.none')} />
            )
          }
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
        />
        {chosen !== null && <OneDocument key={chosen} sequence={chosen} />}
      </div>
      {dialog === 'verify' && <VerifyDialog onClose={() => setDialog(null)} />}
      {dialog === 'archive' && <ArchiveDialog onClose={() => setDialog(null)} />}
    </>
  );
}

function FilterFields({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const { t } = useTranslation();
  const people = useTill(api.staff.team, {}).data?.people ?? [];
  const set = (change: Partial<Filter>) => onFilter({ ...filter, ...change });
  const kinds = documentKinds
    .map((kind) => ({ value: kind, label: t(`report.documentKind.${kind}`) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <div className={styles.filter}>
      <Select
        label={t('report.journal.kind')}
        placeholder={t('report.journal.allKinds')}
        clearable
        searchable
        data={kinds}
        value={filter.kind}
        onChange={(kind) => set({ kind: documentKinds.find((each) => each === kind) ?? null })}
      />
      <Select
        label={t('report.journal.person')}
        placeholder={t('report.journal.everybody')}
        clearable
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.personId}
        onChange={(personId) => set({ personId })}
      />
      <DayInput label={t('report.journal.from')} value={filter.from} onChange={(from) => set({ from })} />
      <DayInput label={t('report.journal.to')} value={filter.to} onChange={(to) => set({ to })} />
      <WholeInput
        label={t('report.journal.receipt')}
        value={filter.receiptNumber}
        onChange={(number) => set({ receiptNumber: number === 0 ? null : number })}
      />
    </div>
  );
}

function useColumns(): readonly Column<JournalDocument>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'sequence',
      header: '№',
      width: 80,
      cell: ({ sequence }) => <span className="figures">{format.number(sequence)}</span>,
    },
    {
      key: 'at',
      header: t('common.date'),
      width: 160,
      cell: ({ at }) => <span className="figures">{format.moment(at)}</span>,
    },
    {
      key: 'kind',
      header: t('report.journal.kind'),
      cell: ({ kind, number }) =>
        number === null ? t(`report.documentKind.${kind}`) : `${t(`report.documentKind.${kind}`)} №${number}`,
    },
    {
      key: 'person',
      header: t('report.journal.person'),
      cell: ({ personName, approverName }) => {
        const name = personName ?? t('report.journal.till');
        return approverName === null ? name : `${name} + ${approverName}`;
      },
    },
    {
      key: 'amount',
      header: t('report.journal.amount'),
      width: 130,
      isFigure: true,
      cell: ({ amountSom }) => (amountSom === null ? '' : format.number(amountSom)),
    },
  ];
}

function OneDocument({ sequence }: { sequence: number }) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.report.journalDocument, { sequence });
  if (data === undefined) return <ErrorAnswer error={error} />;
  const content: unknown = JSON.parse(data.contentJson);
  return (
    <Paper className={styles.document} component="section" aria-label={t('report.journal.one')}>
      <strong>{t(`report.documentKind.${data.kind}`)}</strong>
      <pre className={styles.content}>{JSON.stringify(content, null, 2)}</pre>
      <Text size="sm" c="dimmed">
        {t('report.journal.before')}
      </Text>
      <code className={styles.hash}>{data.previousHash}</code>
      <Text size="sm" c="dimmed">
        {t('report.journal.hash')}
      </Text>
      <code className={styles.hash}>{data.hash}</code>
    </Paper>
  );
}
