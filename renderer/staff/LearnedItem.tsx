/** One thing that somebody has learned, with its day, or has still to learn. */
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import styles from './LearnedItem.module.css';

export interface LearnedItemProps {
  words: string;
  /** Null: still to do. */
  when: string | null;
}

export function LearnedItem({ words, when }: LearnedItemProps) {
  const Picture = when === null ? IconCircle : IconCircleCheck;
  return (
    <div className={when === null ? styles.open : styles.done}>
      <Picture size={20} aria-hidden="true" />
      <span>{words}</span>
      {when !== null && <span className={styles.when}>{when}</span>}
    </div>
  );
}
