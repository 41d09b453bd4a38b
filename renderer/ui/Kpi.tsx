/** One figure of the owner's day: what it is, how much, and how it compares. */
import { Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './Kpi.module.css';

export interface KpiProps {
  title: string;
  /** Already written in the user's language. */
  value: string;
  /** The difference in words, e.g. `+8,4% (+365 000)`, and its direction. */
  change?: { readonly words: string; readonly direction: 'more' | 'less' | 'same' };
  /** A second line without a direction. */
  note?: string;
  /** How it is worked out, behind the question mark. */
  formula?: string;
  isLarge?: boolean;
}

const marks = { more: '▲', less: '▼', same: '=' } as const;

export function Kpi({ title, value, change, note, formula, isLarge = false }: KpiProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.title}>
        <span>{title}</span>
        {formula !== undefined && (
          <Tooltip label={formula} events={{ hover: true, focus: true, touch: true }}>
            <UnstyledButton className={styles.formula} aria-label={`${t('ui.formula')}: ${title}`}>
              ?
            </UnstyledButton>
          </Tooltip>
        )}
      </div>
      <div className={`${isLarge ? styles.large : styles.value} figures`}>{value}</div>
      {change !== undefined && (
        <div className={`${styles[change.direction]} figures`}>
          <span aria-hidden="true">{marks[change.direction]} </span>
          <span className="visuallyHidden">{t(`ui.change.${change.direction}`)} </span>
          {change.words}
        </div>
      )}
      {note !== undefined && <div className={styles.same}>{note}</div>}
    </section>
  );
}
