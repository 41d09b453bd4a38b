/** One sheet of paper in its real size; what stands on it is printed on exactly one page. */
import type { ReactNode } from 'react';
import styles from './Sheet.module.css';

interface SheetProps {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly children: ReactNode;
}

/** A hair lower than the page: rounding to dots must not begin a second one. */
const hairMm = 0.2;

export function Sheet({ widthMm, heightMm, children }: SheetProps) {
  return (
    <section className={styles.sheet} style={{ width: `${widthMm}mm`, height: `${heightMm - hairMm}mm` }}>
      {children}
    </section>
  );
}

/** The size of every page of this document. */
export function PageSize({ widthMm, heightMm }: { widthMm: number; heightMm: number }) {
  return <style>{`@page { size: ${widthMm}mm ${heightMm}mm; margin: 0; }`}</style>;
}
