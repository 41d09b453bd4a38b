/** The fields of an answer after the sale: first the figure, then why; a low one leads on to a complaint. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintTopic } from '../../shared/service/complaint.ts';
import {
  asksForComplaint,
  type FeedbackKind,
  type FeedbackReason,
  feedbackReasons,
  type Score,
} from '../../shared/service/feedback.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { useDialogKeys } from '../sale/useDialogKeys.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import type { ComplaintStart } from './complaintStart.ts';
import { FeedbackScores, scoreOfKey } from './FeedbackScores.tsx';
import { PollAsked } from './PollAsked.tsx';
import styles from './service.module.css';
import { useHumanKey } from './useHumanKey.ts';

export interface FeedbackFormProps {
  readonly kind: FeedbackKind;
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly saleId: string | null;
  readonly onDone: () => void;
  readonly onComplaint: (start: ComplaintStart) => void;
  readonly onClose: () => void;
}

/** What a reason is called among the topics of complaints. */
function topicOf(reason: FeedbackReason | null): ComplaintTopic | null {
  if (reason === null) return null;
  if (reason === 'speed') return 'service';
  return reason === 'cleanliness' ? 'other' : reason;
}

function reasonOfKey({ code }: KeyboardEvent): FeedbackReason | null {
  const figure = /^(?:Digit|Numpad)([1-7])$/.exec(code)?.[1];
  return figure === undefined ? null : (feedbackReasons[Number(figure) - 1] ?? null);
}

export function FeedbackForm({ kind, customer, saleId, onDone, onComplaint, onClose }: FeedbackFormProps) {
  const { t } = useTranslation();
  const [score, setScore] = useState<number | null>(null);
  const [reason, setReason] = useState<FeedbackReason | null>(null);
  const [words, setWords] = useState('');
  const soon = useHumanKey();
  const saving = useRef<HTMLButtonElement>(null);
  // From the figure on, Enter saves.
  useEffect(() => {
    if (score !== null) saving.current?.focus();
  }, [score]);
  const note = useIntention(api.service.noteFeedback);
  const answer = score === null ? null : ({ kind, score } satisfies Score);
  const isLow = answer !== null && asksForComplaint(answer);
  const save = async (isComplaint: boolean) => {
    if (answer === null || note.isSending) return;
    const customerId = customer?.id ?? null;
    const said = { reason, words: words.trim(), channel: 'shop' } as const;
    const noted = await note.send({ saleId, customerId, answer, ...said });
    if (!noted.ok) return;
    if (isComplaint) onComplaint({ customer, saleId, topic: topicOf(reason), words: words.trim() });
    else onDone();
  };
  useDialogKeys((event, isTyping) => {
    if (isLow && event.code === 'F8') {
      void save(true);
      return true;
    }
    if (isTyping && (event.code === 'Enter' || event.code === 'NumpadEnter')) {
      void save(false);
      return true;
    }
    if (isTyping || event.altKey || event.ctrlKey) return false;
    const asFigure = score === null ? scoreOfKey(kind, event) : null;
    const asReason = score === null ? null : reasonOfKey(event);
    if (asFigure !== null) soon(() => setScore(asFigure));
    if (asReason !== null) soon(() => setReason(asReason));
    return asFigure !== null || asReason !== null;
  });
  return (
    <Stack gap="lg">
      {customer !== null && <Text>{customer.name}</Text>}
      <FeedbackScores kind={kind} score={score} onScore={setScore} />
      {answer !== null && (
        <>
          <ReasonKeys isLow={isLow} reason={reason} onReason={setReason} />
          <TextInput
            label={t('service.feedback.words')}
            maxLength={200}
            autoComplete="off"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </>
      )}
      <ErrorAnswer error={note.error} />
      <PollAsked customerId={customer?.id ?? null} saleId={saleId} />
      <Foot
        saving={saving}
        isLow={isLow}
        isReady={answer !== null}
        isSending={note.isSending}
        onSave={(isComplaint) => void save(isComplaint)}
        onClose={onClose}
      />
    </Stack>
  );
}

interface FootProps {
  readonly saving: RefObject<HTMLButtonElement | null>;
  readonly isLow: boolean;
  readonly isReady: boolean;
  readonly isSending: boolean;
  readonly onSave: (isComplaint: boolean) => void;
  readonly onClose: () => void;
}

function Foot({ saving, isLow, isReady, isSending, onSave, onClose }: FootProps) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onClose}>
        {t('common.close')}
      </Button>
      {isLow && (
        <Button variant="default" color="red" loading={isSending} onClick={() => onSave(true)}>
          {t('service.feedback.toComplaint')}&ensp;
          <KeyCap binding="F8" />
        </Button>
      )}
      <Button ref={saving} disabled={!isReady} loading={isSending} onClick={() => onSave(false)}>
        {t('common.save')}&ensp;
        <KeyCap binding="Enter" isOnColour />
      </Button>
    </Group>
  );
}

interface ReasonKeysProps {
  readonly isLow: boolean;
  readonly reason: FeedbackReason | null;
  readonly onReason: (reason: FeedbackReason) => void;
}

function ReasonKeys({ isLow, reason, onReason }: ReasonKeysProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.keys}>
      <legend>{t(isLow ? 'service.feedback.whatWrong' : 'service.feedback.why')}</legend>
      {feedbackReasons.map((each, place) => (
        <button
          key={each}
          type="button"
          tabIndex={-1}
          className={styles.key}
          aria-pressed={each === reason}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onReason(each)}
        >
          <KeyCap binding={`Digit${place + 1}`} />
          {t(`service.reason.${each}`)}
        </button>
      ))}
    </fieldset>
  );
}
