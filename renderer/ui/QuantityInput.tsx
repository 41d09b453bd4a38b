/** A field for a quantity: whole pieces, or up to three decimals for weighed goods. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { fractionalUnits, type Unit } from '../../shared/basket.ts';
import type { Thousandths } from '../../shared/money.ts';
import { useFormat } from '../app/language.ts';
import { quantityTyped } from '../app/typed.ts';

export interface QuantityInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  unit: Unit;
  /** Null while what is typed is no quantity. */
  value: Thousandths | null;
  onChange: (value: Thousandths | null) => void;
}

export function QuantityInput({ unit, value, onChange, ...rest }: QuantityInputProps) {
  const format = useFormat();
  const [text, setText] = useState(value === null ? '' : format.quantity(value));
  const mayBeFraction = fractionalUnits.includes(unit);
  return (
    <TextInput
      {...rest}
      value={text}
      inputMode={mayBeFraction ? 'decimal' : 'numeric'}
      autoComplete="off"
      classNames={{ input: 'figures' }}
      rightSection={
        <span className="muted" aria-hidden="true">
          {format.unit(unit)}
        </span>
      }
      rightSectionWidth={64}
      onChange={(event) => {
        const typed = event.currentTarget.value.replace(mayBeFraction ? /[^\d.,]/g : /\D/g, '');
        setText(typed);
        onChange(quantityTyped(typed, mayBeFraction));
      }}
    />
  );
}
