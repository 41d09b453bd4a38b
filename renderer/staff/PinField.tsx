/** A field for a new PIN: digits only, shown while it is typed, because nobody knows it yet. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface PinFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'label'> {
  pin: string;
  onChange: (pin: string) => void;
}

export function PinField({ pin, onChange, ...rest }: PinFieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('staff.pin')}
      description={t('staff.pinHint')}
      {...rest}
      value={pin}
      inputMode="numeric"
      autoComplete="off"
      classNames={{ input: 'figures' }}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, '').slice(0, 8))}
    />
  );
}
