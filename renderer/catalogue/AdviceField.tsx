/** One line of advice that goes home with the goods: how to keep, brew or wash them. */
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LocalText } from '../../shared/text.ts';
import { LocalTextField, type TypedText } from '../ui/LocalTextField.tsx';

interface AdviceFieldProps {
  advice: LocalText | null;
  error: string | undefined;
  onChange: (advice: TypedText) => void;
}

export function AdviceField({ advice, error, onChange }: AdviceFieldProps) {
  const { t } = useTranslation();
  return (
    <Stack gap={4}>
      <LocalTextField label={t('catalogue.advice')} text={advice ?? {}} error={error} onChange={onChange} />
      <Text size="sm" c="dimmed">
        {t('catalogue.adviceHint')}
      </Text>
    </Stack>
  );
}
