/** The pad on which a cashier types the PIN: dots above, digits below, keyboard as well as finger. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './PinPad.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export interface PinPadProps {
  pin: string;
  onChange: (pin: string) => void;
  /** Enter, or the tick on the pad. */
  onEnter: () => void;
  longest?: number;
  isOff?: boolean;
}

/** The PIN after a pressed key; null for keys that are not the pad's. */
function afterKey(pin: string, event: KeyboardEvent, longest: number): string | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  if (digit !== undefined && !event.ctrlKey && !event.altKey) {
    return pin.length < longest ? pin + digit : pin;
  }
  if (event.code === 'Backspace') return pin.slice(0, -1);
  return event.code === 'Delete' ? '' : null;
}

export function PinPad({ pin, onChange, onEnter, longest = 8, isOff = false }: PinPadProps) {
  const { t } = useTranslation();
  const latest = useRef({ pin, onChange, onEnter });
  useEffect(() => {
    latest.current = { pin, onChange, onEnter };
  });
  useEffect(() => {
    if (isOff) return;
    const hear = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement) return;
      const { pin: typed, onChange: change, onEnter: enter } = latest.current;
      if (event.code === 'Enter' || event.code === 'NumpadEnter') {
        event.preventDefault();
        if (typed !== '') enter();
        return;
      }
      const next = afterKey(typed, event, longest);
      if (next === null) return;
      event.preventDefault();
      change(next);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [isOff, longest]);

  const add = (digit: string) => pin.length < longest && onChange(pin + digit);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would give the pad a border and a legend
    <div className={styles.pad} role="group" aria-label={t('ui.pin.label')}>
      <output className={styles.dots} aria-label={t('ui.pin.digits', { count: pin.length })}>
        {Array.from({ length: Math.max(4, pin.length) }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots have nothing but their place
          <span key={place} className={place < pin.length ? styles.full : styles.empty} />
        ))}
      </output>
      <div className={styles.keys}>
        {digits.map((digit) => (
          <button key={digit} type="button" disabled={isOff} onClick={() => add(digit)}>
            {digit}
          </button>
        ))}
        <button
          type="button"
          disabled={isOff}
          aria-label={t('ui.numpad.back')}
          onClick={() => onChange(pin.slice(0, -1))}
        >
          ⌫
        </button>
        <button type="button" disabled={isOff} onClick={() => add('0')}>
          0
        </button>
        <button
          type="button"
          className={styles.enter}
          disabled={isOff || pin.length < 4}
          aria-label={t('common.confirm')}
          onClick={onEnter}
        >
          ✓
        </button>
      </div>
    </div>
  );
}
