/** Words that must fit their box on paper: long ones are set smaller, none is cut. */
import { createContext, type ReactNode, useContext, useLayoutEffect, useRef } from 'react';

/** What was measured once: the coupons of a sheet carry the same words in boxes of the same size. */
const measured = new Map<string, number>();

/** The layout around: the same words in the same class stand in boxes of another size in another layout. */
export const LayoutName = createContext('');

const step = 0.95;
const smallest = 0.3;

/** The largest size at which the content does not run over; the style uses it as `var(--fit)`. */
function measure(box: HTMLElement): number {
  let fit = 1;
  for (;;) {
    box.style.setProperty('--fit', String(fit));
    const runsOver = box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
    if (!runsOver || fit <= smallest) return fit;
    fit *= step;
  }
}

interface FittedProps {
  readonly className: string | undefined;
  /** The words of the content: with the class they tell whether this was measured before. */
  readonly words: string;
  readonly lang?: string | undefined;
  readonly children: ReactNode;
}

/** The class gives the box its size and writes every size of type in it as `calc(… * var(--fit))`. */
export function Fitted({ className, words, lang, children }: FittedProps) {
  const box = useRef<HTMLDivElement>(null);
  const layout = useContext(LayoutName);
  useLayoutEffect(() => {
    if (box.current === null) return;
    const key = `${layout} ${className} ${words}`;
    const fit = measured.get(key) ?? measure(box.current);
    measured.set(key, fit);
    box.current.style.setProperty('--fit', String(fit));
  }, [layout, className, words]);
  return (
    <div ref={box} className={className} lang={lang}>
      {children}
    </div>
  );
}
