/** The shifts that were, the newest first: when, who, how much, and whether the count was right. */
import { Badge } from '@mantine/core';
import { IconCashRegister } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { everyPage, SaveList, useSavedWords } from '../app/SaveList.tsx';
import { usePages } from '../app/usePages.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { ShiftTabs } from './ShiftTabs.tsx';
import { type ListedShift, savedShifts } from './savedShifts.ts';
import styles from './shift.module.css';

export function HistoryPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = usePages(api.shift.list, {}, 50);
  const columns = useColumns();
  const words = useSavedWords();
  return (
    <>
      <ShiftTabs open="history" title={t('shift.history.title')} note={t('shift.history.about')}>
        <SaveList
          what="shifts"
          name={t('shift.history.title')}
          columns={savedShifts(words)}
          rows={() => everyPage(api.shift.list, {}, (page) => page.shifts)}
        />
      </ShiftTabs>
      <ErrorAnswer error={list.error} />
      {!list.isLoading && (
        <DataTable
          label={t('shift.history.title')}
          columns={columns}
          rows={list.pages.flatMap((page) => page.shifts)}
          rowKey={({ id }) => id}
          onRow={({ id }) => void navigate({ to: `/shift/history/${id}` })}
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
          empty={<EmptyState icon={<IconCashRegister size={48} />} title={t('shift.history.empty')} />}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<ListedShift>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'number',
      header: '№',
      width: 70,
      cell: ({ number }) => <strong className="figures">{number}</strong>,
    },
    {
      key: 'day',
      header: t('common.date'),
      width: 250,
      cell: (shift) => format.dayWithWeekday(shift.businessDay),
    },
    {
      key: 'hours',
      header: t('common.time'),
      width: 150,
      cell: ({ openedAt, closedAt }) => (
        <span className="figures">
          {format.time(openedAt)} – {closedAt === null ? '' : format.time(closedAt)}
        </span>
      ),
    },
    {
      key: 'people',
      header: t('shift.person'),
      cell: ({ openedByName, closedByName }) =>
        closedByName === null || closedByName === openedByName
          ? openedByName
          : `${openedByName} → ${closedByName}`,
    },
    {
      key: 'state',
      header: '',
      width: 150,
      cell: (shift) =>
        shift.closedAt === null ? (
          <Badge>{t('shift.history.open')}</Badge>
        ) : (
          shift.isLate && <Badge color="amber">{t('shift.late')}</Badge>
        ),
    },
    {
      key: 'net',
      header: t('shift.history.net'),
      isFigure: true,
      width: 140,
      cell: ({ netSom }) => format.number(netSom),
    },
    {
      key: 'difference',
      header: t('shift.history.difference'),
      isFigure: true,
      width: 130,
      cell: ({ differenceSom }) =>
        differenceSom === null ? (
          '–'
        ) : (
          <strong className={differenceSom === 0 ? 'muted' : styles.off}>
            {format.signedNumber(differenceSom)}
          </strong>
        ),
    },
  ];
}
