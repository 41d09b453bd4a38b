/** The fields of a new complaint: what the receipt knows is filled in, the rest is a figure and a few words. */
import { Button, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ComplaintTopic, complaintTopics } from '../../shared/service/complaint.ts';
import type { Channel } from '../../shared/service/contact.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { useDialogKeys } from '../sale/useDialogKeys.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { ChannelSelect } from './ChannelSelect.tsx';
import { ComplaintReceipt } from './ComplaintReceipt.tsx';
import { ComplaintWho } from './ComplaintWho.tsx';
import type { ComplaintStart } from './complaintStart.ts';
import styles from './service.module.css';
import { useComplaintReceipt } from './useComplaintReceipt.ts';
import { useHumanKey } from './useHumanKey.ts';

export interface ComplaintFormProps {
  readonly start: ComplaintStart;
  readonly onClose: () => void;
}

/** The topic that a figure stands for, on the row of figures or on the pad. */
function topicOfKey({ code, altKey, ctrlKey }: KeyboardEvent): ComplaintTopic | null {
  const figure = altKey || ctrlKey ? undefined : /^(?:Digit|Numpad)([1-5])$/.exec(code)?.[1];
  return figure === undefined ? null : (complaintTopics[Number(figure) - 1] ?? null);
}

export function ComplaintForm({ start, onClose }: ComplaintFormProps) {
  const { t } = useTranslation();
  const soon = useHumanKey();
  const known = useComplaintReceipt(start);
  const [topic, setTopic] = useState(start.topic);
  const [words, setWords] = useState(start.words);
  const [reach, setReach] = useState('');
  const [channel, setChannel] = useState<Channel>('shop');
  const [sellerId, setSeller] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const open = useIntention(api.service.openComplaint);
  const choose = (chosen: ComplaintTopic) => {
    setTopic(chosen);
    field.current?.focus();
  };
  useDialogKeys((event, isTyping) => {
    if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
      if (isTyping && event.target !== field.current) return false;
      known.move(event.code === 'ArrowDown' ? 1 : -1);
      return true;
    }
    const figure = isTyping ? null : topicOfKey(event);
    if (figure === null) return false;
    soon(() => choose(figure));
    return true;
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (topic === null || words.trim() === '') return field.current?.focus();
    const answer = await open.send({
      saleId: known.receipt?.saleId ?? null,
      lineNumber: known.lineNumber,
      productId: null,
      sellerId: known.receipt === null ? sellerId : null,
      customerId: known.customer?.id ?? null,
      topic,
      words: words.trim(),
      reach: known.customer === null ? reach.trim() : '',
      channel,
    });
    if (!answer.ok) return;
    const { number } = answer.data;
    notifications.show({ message: t('service.complaint.noted', { number }), color: 'green' });
    onClose();
  };
  return (
    <form className={styles.dialog} onSubmit={(event) => void send(event)} noValidate>
      <ComplaintReceipt known={known} />
      <TopicKeys topic={topic} isMissing={isTried && topic === null} onTopic={choose} />
      <TextInput
        ref={field}
        label={t('service.complaint.words')}
        placeholder={t('service.complaint.wordsHint')}
        maxLength={400}
        autoComplete="off"
        value={words}
        error={isTried && words.trim() === '' ? t('ui.field.required') : undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ComplaintWho known={known} reach={reach} onReach={setReach} sellerId={sellerId} onSeller={setSeller} />
      <ErrorAnswer error={known.error ?? open.error} />
      <Foot channel={channel} onChannel={setChannel} isSending={open.isSending} onClose={onClose} />
    </form>
  );
}

interface FootProps {
  readonly channel: Channel;
  readonly onChannel: (channel: Channel) => void;
  readonly isSending: boolean;
  readonly onClose: () => void;
}

function Foot({ channel, onChannel, isSending, onClose }: FootProps) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" align="flex-end" gap="sm">
      <ChannelSelect label={t('service.channel.by')} value={channel} onChange={onChannel} />
      <Group gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={isSending}>
          {t('service.complaint.write')}&ensp;
          <KeyCap binding="Enter" isOnColour />
        </Button>
      </Group>
    </Group>
  );
}

interface TopicKeysProps {
  readonly topic: ComplaintTopic | null;
  readonly isMissing: boolean;
  readonly onTopic: (topic: ComplaintTopic) => void;
}

function TopicKeys({ topic, isMissing, onTopic }: TopicKeysProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.keys}>
      <legend>{t('service.complaint.about')}</legend>
      {complaintTopics.map((each, place) => (
        <button
          key={each}
          type="button"
          className={styles.key}
          // The keys of the dialog are heard from here on, with nothing to type into.
          data-autofocus={place === 0 || undefined}
          aria-pressed={each === topic}
          onClick={() => onTopic(each)}
        >
          <KeyCap binding={`Digit${place + 1}`} />
          {t(`service.topic.${each}`)}
        </button>
      ))}
      {isMissing && (
        <span role="alert" style={{ color: 'var(--danger)', alignSelf: 'center' }}>
          {t('service.complaint.topicMissing')}
        </span>
      )}
    </fieldset>
  );
}
