/** A field for how many or how much of goods whose unit is not known: pieces or kilograms, up to three decimals. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import type { Thousandths } from '../../shared/money.ts';
import { useFormat } from '../app/language.ts';
import { quantityTyped } from '../app/typed.ts';

export interface CountInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Null while what is typed is no quantity. */
  value: Thousandths | null;
  onChange: (value: Thousandths | null) => void;
}

export function CountInput({ value, onChange, ...rest }: CountInputProps) {
  const format = useFormat();
  const [text, setText] = useState(value === null ? '' : format.quantity(value));
  return (
    <TextInput
      {...rest}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: 'figures' }}
      onChange={(event) => {
        const typed = event.currentTarget.value.replace(/[^\d.,]/g, '');
        setText(typed);
        onChange(quantityTyped(typed, true));
      }}
    />
  );
}
