/** Two fields for a new password, typed twice. */
import { PasswordInput, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface NewPasswordFieldsProps {
  password: string;
  repeat: string;
  onChange: (typed: { password?: string; repeat?: string }) => void;
  errorOf: (field: string) => string | undefined;
}

export function NewPasswordFields({ password, repeat, onChange, errorOf }: NewPasswordFieldsProps) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={2} spacing="md">
      <PasswordInput
        label={t('staff.password')}
        description={t('staff.passwordHint')}
        autoComplete="new-password"
        value={password}
        error={errorOf('password')}
        onChange={(event) => onChange({ password: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('staff.repeat')}
        description={t('staff.repeatHint')}
        autoComplete="new-password"
        value={repeat}
        error={errorOf('repeat')}
        onChange={(event) => onChange({ repeat: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
}
