/** Why no copy was printed: where the paper itself still waits, the way to hurry it stands beside the words. */
import { Alert, Button, Group } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer, useRefusalWords } from '../ui/ErrorAnswer.tsx';
import { waitingPaperOf } from './waitingPaper.ts';

export function CopyAnswer({ error, onTried }: { error: TillError | null; onTried?: () => void }) {
  const { t } = useTranslation();
  const wordsOf = useRefusalWords();
  const retry = useIntention(api.receipt.retryNow);
  const waiting = waitingPaperOf(error);
  if (error === null || waiting === null) return <ErrorAnswer error={error} />;
  const { printerId, state } = waiting;
  const tryNow = async () => {
    if ((await retry.send({ printerId })).ok) onTried?.();
  };
  return (
    <Alert color="yellow" variant="light" role="alert" icon={<IconInfoCircle />}>
      <Group justify="space-between" gap="sm">
        <span>{wordsOf(error)}</span>
        {(state === 'blocked' || state === 'retry_wait') && (
          <Button variant="default" loading={retry.isSending} onClick={() => void tryNow()}>
            {t('receipt.act.tryNow')}
          </Button>
        )}
        {state === 'unknown' && (
          <Button variant="default" component="a" href="#/papers/queue">
            {t('receipt.queue.title')}
          </Button>
        )}
      </Group>
      <ErrorAnswer error={retry.error} />
    </Alert>
  );
}
