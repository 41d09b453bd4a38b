/** Closes a contest: the right answer where guesses are judged, then the places stand. */
import { Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import type { Contest } from './contestDraft.ts';

export function CloseContest({ contest, onClose }: { contest: Contest; onClose: () => void }) {
  const { t } = useTranslation();
  const close = useIntention(api.loyalty.closeContest);
  const [answer, setAnswer] = useState<number | null>(null);
  const [isTried, setTried] = useState(false);
  const isGuess = contest.kind === 'guess';
  const isMissing = isGuess && answer === null;
  const send = async () => {
    setTried(true);
    if (isMissing) return;
    const closed = await close.send({ contestId: contest.contestId, answer: isGuess ? answer : null });
    if (!closed.ok) return;
    notifications.show({ message: t('loyalty.contests.isClosed'), color: 'green' });
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('loyalty.contests.closeQuestion')}
      action={t('loyalty.contests.close')}
      isBusy={close.isSending}
      onConfirm={() => void send()}
      onCancel={onClose}
    >
      <Stack gap="lg">
        <span>{t(`loyalty.contests.closeEffect.${contest.kind}`)}</span>
        {isGuess && (
          <WholeInput
            label={t('loyalty.contests.answer')}
            mostDigits={9}
            value={answer}
            error={isTried && isMissing ? t('ui.field.required') : undefined}
            onChange={setAnswer}
          />
        )}
        <ErrorAnswer error={close.error} />
      </Stack>
    </ConfirmDialog>
  );
}
