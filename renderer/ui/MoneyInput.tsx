/** A field for whole so'm that groups the figures while they are typed and keeps the caret where it was. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Som } from '../../shared/money.ts';
import { useFormat } from '../app/language.ts';
import { somTyped } from '../app/typed.ts';

export interface MoneyInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Null while nothing is typed. */
  value: Som | null;
  onChange: (value: Som | null) => void;
}

/** The place in `text` that has this many digits to its right. */
function caretWithDigitsAfter(text: string, digitsAfter: number): number {
  let left = digitsAfter;
  let place = text.length;
  while (place > 0 && left > 0) {
    place -= 1;
    if (/\d/.test(text[place] ?? '')) left -= 1;
  }
  return place;
}

export function MoneyInput({ value, onChange, ...rest }: MoneyInputProps) {
  const format = useFormat();
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const digitsAfter = useRef<number | null>(null);
  const text = value === null ? '' : format.number(value);

  useLayoutEffect(() => {
    if (digitsAfter.current === null || field.current === null) return;
    const caret = caretWithDigitsAfter(text, digitsAfter.current);
    field.current.setSelectionRange(caret, caret);
    digitsAfter.current = null;
  }, [text]);

  return (
    <TextInput
      {...rest}
      ref={field}
      value={text}
      inputMode="numeric"
      autoComplete="off"
      rightSection={
        <span className="muted" aria-hidden="true">
          {t('common.som')}
        </span>
      }
      rightSectionWidth={64}
      classNames={{ input: 'figures' }}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        const caret = event.currentTarget.selectionStart ?? typed.length;
        // While figures are typed between groups the text is no tidy sum, so only its digits count.
        const next = typed.trim() === '' ? null : (somTyped(typed) ?? somTyped(typed.replace(/[^\d.]/g, '')));
        if (next === null && typed.trim() !== '') return;
        digitsAfter.current = typed.slice(caret).replace(/\D/g, '').length;
        onChange(next);
      }}
    />
  );
}
