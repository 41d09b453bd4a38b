/** The head of a back-office page: what it is, what it compares, and what can be done with it. */
import type { ReactNode } from 'react';
import styles from './PageHeader.module.css';

export function PageHeader({
  title,
  note,
  children,
}: {
  title: string;
  note?: string | undefined;
  /** Buttons on the right. */
  children?: ReactNode;
}) {
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{title}</h1>
      {note !== undefined && <span className={styles.note}>{note}</span>}
      <div className={styles.actions}>{children}</div>
    </header>
  );
}
