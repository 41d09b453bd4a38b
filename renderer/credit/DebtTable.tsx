/** The debts of one customer, open ones first: when and for what they were taken, when they are due, what is left. */
import { ActionIcon } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DebtShown } from '../../shared/credit/contract.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './credit.module.css';
import { DueDay } from './DueDay.tsx';
import { DueDayDialog } from './DueDayDialog.tsx';

export function DebtTable({ debts }: { debts: readonly DebtShown[] }) {
  const { t } = useTranslation();
  const [changed, setChanged] = useState<DebtShown | null>(null);
  const columns = useColumns(setChanged);
  return (
    <>
      <DataTable
        label={t('credit.debts')}
        columns={columns}
        rows={debts}
        rowKey={({ debtId }) => debtId}
        empty={<EmptyState title={t('credit.noDebt')} />}
      />
      <DueDayDialog debt={changed} onClose={() => setChanged(null)} />
    </>
  );
}

function useColumns(onDueDay: (debt: DebtShown) => void): readonly Column<DebtShown>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const mayChange = useMay('credit.noteDebt');
  const columns: readonly Column<DebtShown>[] = [
    { key: 'taken', header: t('credit.takenOn'), cell: ({ takenOn }) => format.day(takenOn) },
    { key: 'what', header: t('credit.what'), cell: (debt) => <What debt={debt} /> },
    {
      key: 'due',
      header: t('credit.dueOn'),
      cell: ({ dueOn, openSom }) => <DueDay dueOn={dueOn} isOpen={openSom > 0} />,
    },
    {
      key: 'amount',
      header: t('credit.amount'),
      isFigure: true,
      cell: ({ amountSom }) => format.number(amountSom),
    },
    {
      key: 'open',
      header: t('credit.open'),
      isFigure: true,
      cell: ({ openSom }) =>
        openSom === 0 ? t('credit.settled') : <strong>{format.number(openSom)}</strong>,
    },
  ];
  if (!mayChange) return columns;
  const action: Column<DebtShown> = {
    key: 'action',
    header: '',
    width: 60,
    cell: (debt) =>
      debt.openSom > 0 && (
        <ActionIcon
          aria-label={t('credit.dueDay.title')}
          title={t('credit.dueDay.title')}
          onClick={() => onDueDay(debt)}
        >
          <IconCalendarEvent size={22} aria-hidden="true" />
        </ActionIcon>
      ),
  };
  return [...columns, action];
}

function What({ debt }: { debt: DebtShown }) {
  const { t } = useTranslation();
  if (debt.saleId !== null) {
    return (
      <Link to="/receipts/{-$saleId}" params={{ saleId: debt.saleId }} className={styles.link}>
        {t('credit.receiptNumbered', { number: debt.receiptNumber ?? '' })}
      </Link>
    );
  }
  return <>{debt.note === '' ? t('credit.fromNotebook') : `${t('credit.fromNotebook')}: ${debt.note}`}</>;
}
