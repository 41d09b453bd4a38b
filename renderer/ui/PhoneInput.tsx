/** A field for a phone: `+998` stands already there, the rest is grouped while it is typed. */
import { TextInput, type TextInputProps } from '@mantine/core';

export interface PhoneInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Digits as typed, with `+998` in front: `+998901234567`. The till decides whether it is a phone. */
  value: string;
  onChange: (value: string) => void;
}

/** The digits after `+998`, whatever was pasted: `8 90 123 45 67`, `998901234567`, `+998 90 123-45-67`. */
export function localDigits(typed: string): string {
  const digits = typed.replace(/\D/g, '');
  const local = digits.startsWith('998') && digits.length > 9 ? digits.slice(3) : digits;
  return (local.length === 10 && local.startsWith('8') ? local.slice(1) : local).slice(0, 9);
}

/** 901234567 as 90 123-45-67, also while it is still short. */
export function groupedDigits(digits: string): string {
  const parts = /^(\d{0,2})(\d{0,3})(\d{0,2})(\d{0,2})$/.exec(digits);
  if (!parts) return digits;
  const [, operator = '', first = '', second = '', third = ''] = parts;
  return operator + (first && ` ${first}`) + (second && `-${second}`) + (third && `-${third}`);
}

export function PhoneInput({ value, onChange, ...rest }: PhoneInputProps) {
  const digits = localDigits(value.replace(/^\+998/, ''));
  return (
    <TextInput
      {...rest}
      type="tel"
      inputMode="tel"
      autoComplete="off"
      placeholder="90 123-45-67"
      leftSection="+998"
      leftSectionWidth={64}
      withErrorStyles={false}
      value={groupedDigits(digits)}
      onChange={(event) => {
        const typed = localDigits(event.currentTarget.value);
        onChange(typed === '' ? '' : `+998${typed}`);
      }}
    />
  );
}
