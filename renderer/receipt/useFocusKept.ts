/** Keeps the keys inside something a person has opened, when the button that had the focus is taken away. */
import { type RefObject, useEffect } from 'react';

/** After every change: a focus that fell to nowhere goes to the element itself, which Tab and Esc then start from. */
export function useFocusKept(element: RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    const { activeElement } = document;
    if (isOn && (activeElement === null || activeElement === document.body)) element.current?.focus();
  });
}
