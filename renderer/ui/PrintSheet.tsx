/** What goes on paper when the page is printed: hidden on screen, alone on paper. */
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './PrintSheet.module.css';

/** Stands beside the page; `window.print()` then prints this and nothing else. One at a time. */
export function PrintSheet({ children }: { children: ReactNode }) {
  return createPortal(<div className={styles.sheet}>{children}</div>, document.body);
}
