/** Connects the key table to a screen; works while a field has the focus, because on a till one always has. */
import { useEffect, useRef } from 'react';
import { actionOf, isBrowsersKey, type KeyAction, type KeyState } from './keys.ts';

/** A handler may answer false: "not mine this time", and the key does what it does in the page. */
export type KeyHandlers<S extends KeyState> = Readonly<Partial<Record<KeyAction<S>, () => unknown>>>;

/** While shown and `isOn`, keys of this state call their handlers. An open dialog turns its screen's keys off. */
export function useKeys<S extends KeyState>(state: S, handlers: KeyHandlers<S>, isOn = true): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  }, [handlers]);
  useEffect(() => {
    if (!isOn) return;
    const since = performance.now();
    const hear = (event: KeyboardEvent) => {
      // The key that closed a dialog was pressed before this screen had its keys back: it does nothing more.
      if (event.timeStamp < since) return;
      // Function keys are always kept from the browser; any other key that was dealt with is not for us.
      if (event.defaultPrevented && !isBrowsersKey(event.code)) return;
      const action = actionOf(state, event);
      const handler = action === null ? undefined : latest.current[action];
      if (handler !== undefined && handler() !== false) event.preventDefault();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [state, isOn]);
}

/** Keeps F1 to F12 and the reload chord from the browser on every screen: a reload in mid-sale helps nobody. */
export function keepBrowsersKeys(): () => void {
  const hear = (event: KeyboardEvent) => {
    if (isBrowsersKey(event.code) || (event.ctrlKey && event.code === 'KeyR')) event.preventDefault();
  };
  window.addEventListener('keydown', hear, { capture: true });
  return () => window.removeEventListener('keydown', hear, { capture: true });
}
