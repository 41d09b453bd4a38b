/** The last day on time, and below it in words how far away it is or how late. */
import type { BusinessDay } from '../../shared/time.ts';
import { useFormat } from '../app/language.ts';
import styles from './credit.module.css';
import { useDaysLate, useLateWords } from './lateWords.ts';

export interface DueDayProps {
  readonly dueOn: BusinessDay;
  /** Nothing is late about what was paid. */
  readonly isOpen: boolean;
}

export function DueDay({ dueOn, isOpen }: DueDayProps) {
  const format = useFormat();
  const daysLate = useDaysLate();
  const lateWords = useLateWords();
  return (
    <div className={styles.due}>
      <span className="figures">{format.day(dueOn)}</span>
      {isOpen && (
        <span className={daysLate(dueOn) > 0 ? styles.late : styles.inTime}>{lateWords(dueOn)}</span>
      )}
    </div>
  );
}
