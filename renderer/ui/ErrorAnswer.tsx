/** Why the till did not do what was asked, in the user's words. */
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../shared/format.ts';
import type { TillError } from '../app/answer.ts';
import { useFormat } from '../app/language.ts';

/** The sentence of a failure: for places that are no box, like a line of the basket or a notification. */
export function useRefusalWords(): (error: TillError) => string {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return (error) => {
    const data = typeof error.data === 'object' && error.data !== null ? { ...error.data } : {};
    const words = wordsOf(data, format);
    const key = `refusals.${error.code}`;
    return i18n.exists(key, words) ? t(key, words) : t('refusals.Broken');
  };
}

/** Shows nothing when there is no error. */
export function ErrorAnswer({ error }: { error: TillError | null }) {
  const wordsOfRefusal = useRefusalWords();
  if (error === null) return null;
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle />}>
      {wordsOfRefusal(error)}
    </Alert>
  );
}
