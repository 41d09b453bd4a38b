/** One row of the notebook while it is typed, on its way, or sent back; Enter in any of its fields sends it. */
import { ActionIcon, Button, Loader, TextInput } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.tsx';
import { useRefusalWords } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { PhoneInput } from '../ui/PhoneInput.tsx';
import { DayCell } from './DayCell.tsx';
import styles from './Notebook.module.css';
import { dueMeant, sinceMeant } from './notebookDay.ts';
import { type GridRow, type NotedDebt, type RowField, readRow, type TypedRow } from './notebookRows.ts';

export interface NotebookRowFieldsProps {
  readonly row: GridRow;
  readonly onType: (patch: Partial<TypedRow>) => void;
  readonly onSend: (row: GridRow, debt: NotedDebt) => void;
  /** Null for the last row, which cannot be taken away. */
  readonly onRemove: (() => void) | null;
}

export function NotebookRowFields({ row, onType, onSend, onRemove }: NotebookRowFieldsProps) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const place = useRef<HTMLTableRowElement>(null);
  const [isTried, setTried] = useState(false);
  const read = readRow(row.typed, today);
  const wrong = isTried && !read.isRight ? read : null;
  const send = () => {
    setTried(true);
    if (read.isRight) onSend(row, read.debt);
    else place.current?.querySelector<HTMLElement>(`[data-field="${read.field}"]`)?.focus();
  };
  const hear = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (row.state !== 'sending') send();
  };
  const says = wrong === null ? null : t(`credit.notebook.problem.${wrong.problem}`);
  return (
    <>
      <tr ref={place} className={styles.typing} data-state={row.state} onKeyDown={hear}>
        <Fields row={row} wrong={wrong?.field ?? null} onType={onType} />
        <td className={styles.buttons}>
          <RowButtons row={row} onSend={send} onRemove={onRemove} />
        </td>
      </tr>
      <RowWords row={row} says={says} />
    </>
  );
}

interface FieldsProps {
  readonly row: GridRow;
  readonly wrong: RowField | null;
  readonly onType: (patch: Partial<TypedRow>) => void;
}

function Fields({ row, wrong, onType }: FieldsProps) {
  const { t } = useTranslation();
  const { name, phone, amountSom, note } = row.typed;
  const common = { readOnly: isLocked(row), autoComplete: 'off' } as const;
  return (
    <>
      <td>
        <TextInput
          {...common}
          aria-label={t('credit.notebook.name')}
          data-field="name"
          maxLength={80}
          value={name}
          error={wrong === 'name'}
          onChange={(event) => onType({ name: event.currentTarget.value })}
        />
      </td>
      <td className={styles.phone}>
        <PhoneInput
          {...common}
          aria-label={t('common.phone')}
          data-field="phone"
          value={phone}
          error={wrong === 'phone'}
          onChange={(typed) => onType({ phone: typed })}
        />
      </td>
      <td className={styles.money}>
        <MoneyInput
          {...common}
          aria-label={t('credit.amount')}
          data-field="amountSom"
          value={amountSom}
          error={wrong === 'amountSom'}
          onChange={(typed) => onType({ amountSom: typed })}
        />
      </td>
      <DayFields row={row} wrong={wrong} onType={onType} />
      <td>
        <TextInput
          {...common}
          aria-label={t('credit.notebook.note')}
          maxLength={200}
          value={note}
          onChange={(event) => onType({ note: event.currentTarget.value })}
        />
      </td>
    </>
  );
}

/** While nobody knows whether the row was noted, its words must stay the same. */
const isLocked = ({ state }: GridRow) => state === 'sending' || state === 'unsure';

function DayFields({ row, wrong, onType }: FieldsProps) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const { since, due } = row.typed;
  const sinceDay = sinceMeant(since, today);
  return (
    <>
      <td>
        <DayCell
          label={t('credit.takenOn')}
          field="since"
          text={since}
          meant={sinceDay}
          placeholder={t('credit.notebook.dayExample')}
          isWrong={wrong === 'since'}
          isLocked={isLocked(row)}
          onChange={(text) => onType({ since: text })}
        />
      </td>
      <td>
        <DayCell
          label={t('credit.dueOn')}
          field="due"
          text={due}
          meant={sinceDay === null || due === '' ? null : dueMeant(due, sinceDay)}
          placeholder={t('credit.notebook.dueUsual')}
          isWrong={wrong === 'due'}
          isLocked={isLocked(row)}
          onChange={(text) => onType({ due: text })}
        />
      </td>
    </>
  );
}

interface RowButtonsProps {
  readonly row: GridRow;
  readonly onSend: () => void;
  readonly onRemove: (() => void) | null;
}

function RowButtons({ row, onSend, onRemove }: RowButtonsProps) {
  const { t } = useTranslation();
  if (row.state === 'sending') return <Loader size={20} aria-label={t('credit.notebook.sending')} />;
  if (row.state === 'unsure') {
    return (
      <Button size="sm" variant="default" onClick={onSend}>
        {t('common.retry')}
      </Button>
    );
  }
  return (
    <>
      <ActionIcon
        variant="light"
        color="teal"
        aria-label={t('credit.notebook.save')}
        title={t('credit.notebook.save')}
        onClick={onSend}
      >
        <IconCheck size={22} aria-hidden="true" />
      </ActionIcon>
      {onRemove !== null && (
        <ActionIcon
          aria-label={t('credit.notebook.remove')}
          title={t('credit.notebook.remove')}
          onClick={onRemove}
        >
          <IconX size={22} aria-hidden="true" />
        </ActionIcon>
      )}
    </>
  );
}

/** Below the row, in words: what is still wrong, why the till refused, or that it did not answer. */
function RowWords({ row, says }: { row: GridRow; says: string | null }) {
  const { t } = useTranslation();
  const refusalWords = useRefusalWords();
  const words =
    says ??
    (row.state === 'unsure'
      ? t('credit.notebook.unsure')
      : row.refusal === null
        ? null
        : refusalWords({ code: row.refusal.code, data: row.refusal.data }));
  if (words === null) return null;
  return (
    <tr>
      <td colSpan={7} className={styles.words} role="alert">
        {words}
      </td>
    </tr>
  );
}
