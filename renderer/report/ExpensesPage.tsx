/** Simple expenses: money spent beside the till, noted in one row, taken back by a counter-entry. */
import { ActionIcon, Badge, Modal, Textarea } from '@mantine/core';
import { IconArrowBackUp, IconReceipt2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { monthFrom } from '../app/monthDays.ts';
import { allOf, SaveList, useSavedWords } from '../app/SaveList.tsx';
import { useSession } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MonthSwitch } from '../ui/MonthSwitch.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { ExpenseRow } from './ExpenseRow.tsx';
import styles from './MonthPage.module.css';
import { MonthTabs } from './MonthTabs.tsx';
import type { Expense, Expenses } from './monthAnswer.ts';
import { savedExpenses } from './savedExpenses.ts';

export function ExpensesPage() {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const [month, setMonth] = useState(() => monthFrom(today, 0));
  const { data, error } = useTill(api.ledger.expenses, { month: month.slice(0, 7) }, { keepsLast: true });
  const [taken, setTaken] = useState<Expense | null>(null);
  const columns = useColumns(setTaken);
  const words = useSavedWords();
  return (
    <>
      <MonthTabs open="expenses">
        <SaveList
          what="expenses"
          name={`${t('report.month.tab.expenses')}-${month.slice(0, 7)}`}
          columns={savedExpenses(words)}
          rows={allOf(data?.expenses ?? [])}
        />
      </MonthTabs>
      <div className={styles.page}>
        <div className={styles.top}>
          <MonthSwitch month={month} last={monthFrom(today, 0)} onChange={setMonth} />
          {data !== undefined && <Sums expenses={data} />}
        </div>
        <ErrorAnswer error={error} />
        <ExpenseRow />
        {data !== undefined && (
          <DataTable
            label={t('report.month.tab.expenses')}
            columns={columns}
            rows={data.expenses}
            rowKey={({ id }) => id}
            empty={
              <EmptyState
                icon={<IconReceipt2 size={48} />}
                title={t('report.expense.empty')}
                hint={t('report.expense.emptyHint')}
              />
            }
          />
        )}
      </div>
      {taken !== null && <TakeBack expense={taken} onClose={() => setTaken(null)} />}
    </>
  );
}

function Sums({ expenses }: { expenses: Expenses }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.sums}>
      {expenses.isClosed && <Badge size="lg">{t('report.month.closed')}</Badge>}
      {expenses.byKind.map(({ kind, amountSom }) => (
        <span key={kind} className="muted figures">
          {t(`report.expense.kind.${kind}`)}: {format.number(amountSom)}
        </span>
      ))}
      <strong className="figures">
        {t('common.total')}: {format.som(expenses.totalSom)}
      </strong>
    </div>
  );
}

function useColumns(onTakeBack: (expense: Expense) => void): readonly Column<Expense>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'day', header: t('common.date'), width: 120, cell: ({ day }) => format.day(day) },
    {
      key: 'kind',
      header: t('report.expense.what'),
      width: 200,
      cell: ({ kind, isTakenBack }) => (
        <span className={isTakenBack ? styles.taken : undefined}>{t(`report.expense.kind.${kind}`)}</span>
      ),
    },
    {
      key: 'note',
      header: t('report.expense.note'),
      cell: ({ note, isCounterEntry }) =>
        isCounterEntry ? t('report.expense.counterEntry', { reason: note }) : note,
    },
    { key: 'person', header: t('report.expense.person'), width: 160, cell: ({ personName }) => personName },
    {
      key: 'amount',
      header: t('common.som'),
      width: 160,
      isFigure: true,
      cell: ({ amountSom, isTakenBack }) => (
        <span className={isTakenBack ? styles.taken : undefined}>{format.number(amountSom)}</span>
      ),
    },
    {
      key: 'takeBack',
      header: '',
      width: 60,
      cell: (expense) =>
        expense.isTakenBack || expense.isCounterEntry ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('report.expense.takeBack')}
            title={t('report.expense.takeBack')}
            onClick={() => onTakeBack(expense)}
          >
            <IconArrowBackUp size={20} aria-hidden="true" />
          </ActionIcon>
        ),
    },
  ];
}

function TakeBack({ expense, onClose }: { expense: Expense; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const takeBack = useIntention(api.ledger.takeBackExpense);
  const send = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const done = await takeBack.send({ expenseId: expense.id, reason: reason.trim() });
    if (done.ok) onClose();
  };
  const words = { what: t(`report.expense.kind.${expense.kind}`), sum: format.som(expense.amountSom) };
  return (
    <Modal opened onClose={onClose} size={520} title={t('report.expense.takeBackTitle', words)}>
      <SaveForm
        error={takeBack.error}
        isSending={takeBack.isSending}
        action={t('report.expense.takeBack')}
        onSave={send}
        onCancel={onClose}
      >
        <Textarea
          data-autofocus
          label={t('common.reason')}
          description={t('report.expense.takeBackHint')}
          maxLength={200}
          value={reason}
          error={isTried && reason.trim() === '' ? t('ui.field.required') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </SaveForm>
    </Modal>
  );
}
