/** A field for a rate: percent with up to two decimals, kept as basis points. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { type BasisPoints, basisPoints } from '../../shared/money.ts';
import { useFormat } from '../app/language.ts';

export interface PercentInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Null while nothing is typed. */
  value: BasisPoints | null;
  onChange: (value: BasisPoints | null) => void;
}

/** 2,5 as 250 basis points, also while the decimals are still to come; null when it is not a rate from 0 to 100 %. */
export function percentTyped(text: string): BasisPoints | null {
  const parts = /^(\d{1,3})(?:[.,](\d{0,2}))?$/.exec(text.trim());
  if (!parts) return null;
  const [, whole = '0', decimals = ''] = parts;
  const rate = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return rate > 10_000 ? null : basisPoints(rate);
}

export function PercentInput({ value, onChange, ...rest }: PercentInputProps) {
  const format = useFormat();
  const [text, setText] = useState(value === null ? '' : format.percent(value).replace(/[\s\u00A0]*%$/, ''));
  return (
    <TextInput
      {...rest}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: 'figures' }}
      rightSection={
        <span className="muted" aria-hidden="true">
          %
        </span>
      }
      onChange={(event) => {
        const typed = event.currentTarget.value.replace(/[^\d.,]/g, '');
        const rate = percentTyped(typed);
        // A key that would make it no rate is not taken.
        if (rate === null && typed !== '') return;
        setText(typed);
        onChange(rate);
      }}
    />
  );
}
