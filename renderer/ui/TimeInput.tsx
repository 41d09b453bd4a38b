/** A field for a time of the day: what is typed becomes hours and minutes when the field is left. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { minuteTyped, minuteWritten } from '../app/typedMinute.ts';

export interface TimeInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Minutes since midnight; null while what is typed is no time. */
  value: number | null;
  onChange: (value: number | null) => void;
}

export function TimeInput({ value, onChange, ...rest }: TimeInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const written = value === null ? '' : minuteWritten(value);
  return (
    <TextInput
      {...rest}
      value={typed ?? written}
      inputMode="numeric"
      autoComplete="off"
      placeholder="14:00"
      classNames={{ input: 'figures' }}
      onChange={(event) => {
        const text = event.currentTarget.value.replace(/[^\d:. -]/g, '').slice(0, 5);
        setTyped(text);
        onChange(minuteTyped(text));
      }}
      onBlur={() => {
        // What is no time stays as it was typed, so that it can be mended.
        if (typed === '' || value !== null) setTyped(null);
      }}
    />
  );
}
