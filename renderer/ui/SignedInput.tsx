/** A field for a small whole number that may be below zero: a rank among others. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

export interface SignedInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Null while what is typed is no number. */
  value: number | null;
  onChange: (value: number | null) => void;
}

export function SignedInput({ value, onChange, ...rest }: SignedInputProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  return (
    <TextInput
      {...rest}
      value={text}
      inputMode="numeric"
      autoComplete="off"
      classNames={{ input: 'figures' }}
      onChange={(event) => {
        const typed = event.currentTarget.value
          .replace(/\u2212/g, '-')
          .replace(/[^\d-]/g, '')
          .slice(0, 5);
        setText(typed);
        onChange(/^-?\d+$/.test(typed) ? Number(typed) : null);
      }}
    />
  );
}
