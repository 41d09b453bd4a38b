/** One field always hears the keys: the amount while money is taken, else the one field of the top bar. */
import { type RefObject, useEffect } from 'react';

/** Whether the focus is where somebody put it on purpose: in a field, in a menu or a dialog, or on a button reached by Tab. */
function isMeant(element: Element | null): boolean {
  if (element === null || element === document.body) return false;
  // A button that Tab never reaches has the focus only because its menu was left with Esc.
  return (
    element.matches('input, textarea, select, :focus-visible:not(button[tabindex="-1"])') ||
    element.closest('[role="menu"], [role="dialog"]') !== null
  );
}

/** Brings the focus back when it is nowhere or was left behind by the mouse, and whenever something is typed. */
export function useKeptFocus(
  page: RefObject<HTMLElement | null>,
  field: RefObject<HTMLInputElement | null>,
  isOn: boolean,
): void {
  useEffect(() => {
    if (!isOn) return;
    const home = () => page.current?.querySelector<HTMLInputElement>('[data-amount] input') ?? field.current;
    const bringBack = () => {
      if (!isMeant(document.activeElement)) home()?.focus();
    };
    const later = () => requestAnimationFrame(bringBack);
    const catchTyping = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      const isText = key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey;
      if (isText && document.activeElement?.matches('input, textarea') === false) home()?.focus();
    };
    bringBack();
    document.addEventListener('focusin', later);
    document.addEventListener('focusout', later);
    document.addEventListener('pointerup', later);
    window.addEventListener('focus', later);
    window.addEventListener('keydown', catchTyping);
    return () => {
      document.removeEventListener('focusin', later);
      document.removeEventListener('focusout', later);
      document.removeEventListener('pointerup', later);
      window.removeEventListener('focus', later);
      window.removeEventListener('keydown', catchTyping);
    };
  }, [page, field, isOn]);
}
