/** One row in which an expense is typed: its day, what it was for, how much, and a note. */
import { Button, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ledgerContract } from '../../shared/ledger/contract.ts';
import { type ExpenseKind, expenseKinds } from '../../shared/ledger/expense.ts';
import type { Som } from '../../shared/money.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { useFormat } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import styles from './MonthPage.module.css';

const schema = schemaOf(ledgerContract.noteExpense).omit({ intentionId: true, approval: true });
type Checked = z.output<typeof schema>;
interface Typed {
  readonly day: string | null;
  readonly kind: ExpenseKind | null;
  readonly amountSom: Som | null;
  readonly note: string;
}

export function ExpenseRow() {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useSession().shop.businessDay;
  const empty: Typed = { day: today, kind: null, amountSom: null, note: '' };
  const form = useForm<Typed, Checked>(schema, empty);
  const note = useIntention(api.ledger.noteExpense);
  const { values, set, errorOf } = form;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const checked = form.check();
    if (checked === null) return;
    const done = await note.send(checked);
    if (!done.ok) return;
    const what = t(`report.expense.kind.${checked.kind}`);
    notifications.show({
      message: t('report.expense.noted', { what, sum: format.som(checked.amountSom) }),
      color: 'green',
    });
    // The day stays: bills come in bundles.
    form.reset({ ...empty, day: checked.day });
  };
  return (
    <>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <DayInput
          label={t('common.date')}
          value={values.day}
          error={errorOf('day')}
          onChange={(day) => set({ day })}
        />
        <Select
          label={t('report.expense.what')}
          data={expenseKinds.map((kind) => ({ value: kind, label: t(`report.expense.kind.${kind}`) }))}
          value={values.kind}
          error={errorOf('kind')}
          onChange={(value) => set({ kind: expenseKinds.find((kind) => kind === value) ?? null })}
        />
        <MoneyInput
          label={t('report.expense.amount')}
          value={values.amountSom}
          error={errorOf('amountSom')}
          onChange={(amountSom) => set({ amountSom })}
        />
        <TextInput
          label={t('report.expense.note')}
          maxLength={200}
          autoComplete="off"
          value={values.note}
          error={errorOf('note')}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <Button
          type="submit"
          loading={note.isSending}
          leftSection={<IconPlus size={20} aria-hidden="true" />}
        >
          {t('report.expense.add')}
        </Button>
      </form>
      <ErrorAnswer error={note.error} />
    </>
  );
}
