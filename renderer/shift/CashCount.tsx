/** Counts a drawer: how many there are of each note and coin, or the sum alone. */
import { Button } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { denominationsSom } from '../../shared/shift/cashCount.ts';
import { useFormat } from '../app/language.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import styles from './CashCount.module.css';
import { type CashTyped, noNotes, noSum, withCount } from './cashTyped.ts';

export interface CashCountProps {
  label: string;
  description?: string;
  typed: CashTyped;
  error: string | undefined;
  onChange: (typed: CashTyped) => void;
}

/** The way of counting is the person's: both end in the same sum. */
export function CashCount({ label, description, typed, error, onChange }: CashCountProps) {
  const { t } = useTranslation();
  const isByNotes = typed.counts !== null;
  return (
    <div className={styles.count}>
      <div className={styles.sum}>
        <MoneyInput
          // Another way of counting is another field: the one that can be typed into takes the focus.
          key={String(isByNotes)}
          className={styles.field}
          label={label}
          description={description}
          size="xl"
          data-autofocus={!isByNotes || undefined}
          autoFocus={!isByNotes}
          readOnly={isByNotes}
          tabIndex={isByNotes ? -1 : undefined}
          value={typed.sumSom}
          error={error}
          onChange={(sumSom) => onChange({ sumSom, counts: null })}
        />
        <Button variant="subtle" px="xs" onClick={() => onChange(isByNotes ? noSum : noNotes)}>
          {t(isByNotes ? 'shift.sumOnly' : 'shift.countNotes')}
        </Button>
      </div>
      {isByNotes && <Notes typed={typed} onChange={onChange} />}
    </div>
  );
}

/** Enter and the arrows lead from note to note; Enter behind the last one does what it does in the form. */
function Notes({ typed, onChange }: Pick<CashCountProps, 'typed' | 'onChange'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const fields = useRef<HTMLFieldSetElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    if (step === 0) return;
    const inputs = [...(fields.current?.querySelectorAll('input') ?? [])];
    const next = inputs[inputs.indexOf(event.target as HTMLInputElement) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.select();
  };
  return (
    <fieldset ref={fields} className={styles.notes} onKeyDown={move}>
      <legend className="visuallyHidden">{t('shift.notes')}</legend>
      {denominationsSom.map((noteSom, place) => {
        const count = typed.counts?.[noteSom] ?? null;
        return (
          <div key={noteSom} className={styles.note}>
            <span className="figures">{format.number(noteSom)} ×</span>
            <WholeInput
              aria-label={format.som(noteSom)}
              autoFocus={place === 0}
              mostDigits={4}
              value={count}
              onChange={(next) => onChange(withCount(typed, noteSom, next))}
            />
            <span className={`${styles.product} figures`}>
              {count === null ? '' : format.number(count * noteSom)}
            </span>
          </div>
        );
      })}
    </fieldset>
  );
}
