/** Who owes and how late: the ageing of all debts, then the reminders list with what to do about each. */
import { ActionIcon, Button, Group, SegmentedControl } from '@mantine/core';
import { IconMessage, IconNotebook, IconPhone } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Debtor } from '../../shared/credit/contract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { everyPage, SaveList, useSavedWords } from '../app/SaveList.tsx';
import { useMay } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { AgeingBar } from './AgeingBar.tsx';
import { CreditTabs } from './CreditTabs.tsx';
import styles from './credit.module.css';
import { DebtorDrawer } from './DebtorDrawer.tsx';
import { DueDay } from './DueDay.tsx';
import { useDebtorName } from './debtorName.ts';
import { RepayDialog } from './RepayDialog.tsx';
import { savedDebtors } from './savedCredit.ts';

const shows = ['all', 'overdue', 'dueSoon'] as const;
type Show = (typeof shows)[number];

export function DebtsPage() {
  const { t } = useTranslation();
  const [show, setShow] = useState<Show>('all');
  const [search, setSearch] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const [repaying, setRepaying] = useState<Debtor | null>(null);
  const words = useSavedWords();
  const list = usePages(api.credit.debtors, { show, search });
  const debtors = list.pages.flatMap((page) => page.debtors);
  const nameOf = useDebtorName();
  const columns = useColumns({ onRepay: setRepaying, onRemind: (debtor) => setOpenId(debtor.customerId) });
  // Whoever has paid everything leaves the list; the drawer stays with what was known of them.
  const [shown, setShown] = useState<Debtor | null>(null);
  const current = debtors.find(({ customerId }) => customerId === openId) ?? null;
  if (current !== null && current !== shown) setShown(current);
  return (
    <>
      <CreditTabs open="debts">
        <SaveList
          what="debtors"
          name={t('credit.tab.debts')}
          columns={savedDebtors(words)}
          rows={() => everyPage(api.credit.debtors, { show, search }, (page) => page.debtors)}
        />
        <ToNotebook />
      </CreditTabs>
      <ErrorAnswer error={list.error} />
      {list.pages[0] !== undefined && <AgeingBar ageing={list.pages[0].ageing} />}
      <Group gap="md" wrap="nowrap">
        <SegmentedControl
          aria-label={t('credit.show.label')}
          style={{ flex: 'none' }}
          data={shows.map((value) => ({ value, label: t(`credit.show.${value}`) }))}
          value={show}
          onChange={setShow}
        />
        <SearchField label={t('credit.searchDebtor')} onSearch={setSearch} />
        {show === 'all' && search === '' && <Sums first={list.pages[0]} />}
      </Group>
      {!list.isLoading && (
        <DataTable
          label={t('credit.tab.debts')}
          columns={columns}
          rows={debtors}
          rowKey={({ customerId }) => customerId}
          onRow={({ customerId }) => setOpenId(customerId)}
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
          empty={<NoDebtors isSearch={search !== '' || show !== 'all'} />}
        />
      )}
      <DebtorDrawer debtor={openId === null ? null : shown} onClose={() => setOpenId(null)} />
      <RepayDialog
        debtor={repaying === null ? null : { customerId: repaying.customerId, name: nameOf(repaying) }}
        onClose={() => setRepaying(null)}
      />
    </>
  );
}

function ToNotebook() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (!useMay('credit.noteDebt')) return null;
  return (
    <Button
      leftSection={<IconNotebook size={20} aria-hidden="true" />}
      onClick={() => void navigate({ to: '/credit/notebook' })}
    >
      {t('credit.notebook.open')}
    </Button>
  );
}

function Sums({ first }: { first: { openSom: number; customers: number } | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (first === undefined) return null;
  return (
    <span className="muted" style={{ flex: 'none', marginLeft: 'auto' }}>
      {t('common.count.customers', { count: first.customers })} ·{' '}
      <strong className="figures">{format.som(first.openSom)}</strong>
    </span>
  );
}

function NoDebtors({ isSearch }: { isSearch: boolean }) {
  const { t } = useTranslation();
  if (isSearch) return <EmptyState title={t('credit.nobodyFound')} />;
  return (
    <EmptyState
      icon={<IconNotebook size={48} />}
      title={t('credit.nobodyOwes')}
      hint={t('credit.nobodyOwesHint')}
      action={<ToNotebook />}
    />
  );
}

interface Doing {
  readonly onRepay: (debtor: Debtor) => void;
  readonly onRemind: (debtor: Debtor) => void;
}

function useColumns(doing: Doing): readonly Column<Debtor>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useDebtorName();
  return [
    { key: 'name', header: t('customer.customer'), cell: (debtor) => nameOf(debtor) },
    {
      key: 'phone',
      header: t('common.phone'),
      width: 180,
      cell: ({ phone }) => <span className="figures">{phone === null ? '–' : format.phone(phone)}</span>,
    },
    {
      key: 'open',
      header: t('credit.owes'),
      isFigure: true,
      width: 130,
      cell: ({ openSom }) => <strong>{format.number(openSom)}</strong>,
    },
    {
      key: 'late',
      header: t('credit.late'),
      isFigure: true,
      width: 130,
      cell: ({ overdueSom }) =>
        overdueSom === 0 ? '–' : <span className={styles.late}>{format.number(overdueSom)}</span>,
    },
    {
      key: 'due',
      header: t('credit.dueOn'),
      width: 170,
      cell: ({ dueOn }) => <DueDay dueOn={dueOn} isOpen />,
    },
    {
      key: 'actions',
      header: '',
      width: 160,
      cell: (debtor) => <RowActions debtor={debtor} {...doing} />,
    },
  ];
}

/** The row itself opens the customer; its buttons do one thing each. */
function RowActions({ debtor, onRepay, onRemind }: Doing & { debtor: Debtor }) {
  const { t } = useTranslation();
  const mayRepay = useMay('credit.repay');
  const remind = t(debtor.mayMessage ? 'credit.reminder.write' : 'credit.reminder.callHim');
  return (
    <span className={styles.cell}>
      {debtor.phone !== null && (
        <ActionIcon
          aria-label={remind}
          title={remind}
          onClick={(event) => {
            event.stopPropagation();
            onRemind(debtor);
          }}
        >
          {debtor.mayMessage ? (
            <IconMessage size={22} aria-hidden="true" />
          ) : (
            <IconPhone size={22} aria-hidden="true" />
          )}
        </ActionIcon>
      )}
      {mayRepay && (
        <Button
          variant="light"
          onClick={(event) => {
            event.stopPropagation();
            onRepay(debtor);
          }}
        >
          {t('credit.repay.action')}
        </Button>
      )}
    </span>
  );
}
