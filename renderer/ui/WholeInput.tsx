/** A field for a small whole number: days, hours, a count, a port. */
import { TextInput, type TextInputProps } from '@mantine/core';
import type { ReactNode } from 'react';

export interface WholeInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Null while nothing is typed. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** What is counted, behind the figure. */
  unit?: ReactNode;
  /** Further digits are not taken. */
  mostDigits?: number;
}

export function WholeInput({ value, onChange, unit, mostDigits = 6, ...rest }: WholeInputProps) {
  return (
    <TextInput
      {...rest}
      value={value === null ? '' : String(value)}
      inputMode="numeric"
      autoComplete="off"
      classNames={{ input: 'figures' }}
      rightSectionWidth={64}
      rightSection={
        unit === undefined ? undefined : (
          <span className="muted" aria-hidden="true">
            {unit}
          </span>
        )
      }
      onChange={(event) => {
        const digits = event.currentTarget.value.replace(/\D/g, '').slice(0, mostDigits);
        onChange(digits === '' ? null : Number(digits));
      }}
    />
  );
}
