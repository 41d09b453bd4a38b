/** The answer to a question that came in: it stops the question's clock. */
import { Modal, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { SaveForm } from '../ui/SaveForm.tsx';
import { ChannelSelect } from './ChannelSelect.tsx';
import type { ContactRow } from './contactColumns.tsx';
import styles from './service.module.css';

export interface ContactAnswerProps {
  readonly contact: ContactRow;
  readonly onClose: () => void;
}

export function ContactAnswer({ contact, onClose }: ContactAnswerProps) {
  const { t } = useTranslation();
  const [channel, setChannel] = useState(contact.channel);
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const answer = useIntention(api.service.answerContact);
  const save = async () => {
    setTried(true);
    if (words.trim() === '') return;
    const { contactId } = contact;
    const noted = await answer.send({ contactId, channel, words: words.trim() });
    if (!noted.ok) return;
    notifications.show({ message: t('service.answer.noted'), color: 'green' });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('service.contact.answer')} size={620}>
      <SaveForm
        error={answer.error}
        isSending={answer.isSending}
        action={t('service.answer.send')}
        onSave={save}
        onCancel={onClose}
      >
        <div>
          {contact.customer !== null && <Text fw={600}>{contact.customer.name}</Text>}
          <p className={styles.stepWords}>{contact.words}</p>
        </div>
        <Textarea
          data-autofocus
          label={t('service.answer.words')}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={1000}
          value={words}
          error={isTried && words.trim() === '' ? t('ui.field.required') : undefined}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <ChannelSelect label={t('service.channel.by')} value={channel} onChange={setChannel} />
      </SaveForm>
    </Modal>
  );
}
