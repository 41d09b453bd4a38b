/** A page for paper that is printed as soon as it stands, and is gone again when the print dialog is closed. */
import { type ReactNode, useEffect, useRef } from 'react';
import { PrintSheet } from './PrintSheet.tsx';

export function PrintNow({ children, onDone }: { children: ReactNode; onDone: () => void }) {
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    let isHere = true;
    const finish = () => done.current();
    window.addEventListener('afterprint', finish);
    void document.fonts.ready.then(() => {
      if (isHere) window.print();
    });
    return () => {
      isHere = false;
      window.removeEventListener('afterprint', finish);
    };
  }, []);
  return <PrintSheet>{children}</PrintSheet>;
}
