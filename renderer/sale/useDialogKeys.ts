/** Keys of a form that fills a dialog or a page: heard wherever the focus is, unless a field wants them for itself. */
import { useEffect, useRef } from 'react';

/** Answers true for a key that was dealt with. `isTyping` while the focus is in a field. */
export type HearKey = (event: KeyboardEvent, isTyping: boolean) => boolean;

function isField(target: EventTarget | null): boolean {
  const typed = 'input:not([type="checkbox"], [type="radio"]), textarea, select';
  return target instanceof HTMLElement && target.matches(typed);
}

/** While shown and `isOn`, keys that nobody else dealt with go to `hear`. A key that is held down acts once. */
export function useDialogKeys(hear: HearKey, isOn = true): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    if (!isOn) return;
    const since = performance.now();
    const onKey = (event: KeyboardEvent) => {
      // The key that opened the form was pressed before it could hear: it does nothing more here.
      if (event.timeStamp < since || event.repeat || event.isComposing) return;
      const isFunctionKey = /^F\d+$/.test(event.code);
      if (event.defaultPrevented && !isFunctionKey) return;
      if (latest.current(event, isField(event.target))) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn]);
}
