/** Writes down what was said: by which way, who began, the words, and whether somebody waits for an answer. */
import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Channel, type Direction, directions } from '../../shared/service/contact.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { AttachCustomerDialog } from '../customer/attachDialog.tsx';
import { useCustomerName } from '../customer/customerName.ts';
import { SaveForm } from '../ui/SaveForm.tsx';
import { ChannelSelect } from './ChannelSelect.tsx';

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface ContactDialogProps {
  /** Null: whoever it was is chosen here, or nobody we know. */
  readonly customer: Person | null;
  readonly onClose: () => void;
}

export function ContactDialog({ customer: known, onClose }: ContactDialogProps) {
  const { t } = useTranslation();
  const [customer, setCustomer] = useState(known);
  const [channel, setChannel] = useState<Channel>('phone');
  const [direction, setDirection] = useState<Direction>('in');
  const [words, setWords] = useState('');
  const [isQuestion, setQuestion] = useState(false);
  const [isTried, setTried] = useState(false);
  const note = useIntention(api.service.noteContact);
  const save = async () => {
    setTried(true);
    if (words.trim() === '') return;
    const customerId = customer?.id ?? null;
    const answer = await note.send({ customerId, channel, direction, words: words.trim(), isQuestion });
    if (!answer.ok) return;
    notifications.show({ message: t('service.contact.noted'), color: 'green' });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('service.contact.new')} size={620}>
      <SaveForm error={note.error} isSending={note.isSending} onSave={save} onCancel={onClose}>
        {known === null ? (
          <WhoSpoke customer={customer} onCustomer={setCustomer} />
        ) : (
          <Text>
            {t('customer.customer')}: <strong>{known.name}</strong>
          </Text>
        )}
        <Group gap="md" align="flex-end">
          <ChannelSelect label={t('service.channel.by')} value={channel} onChange={setChannel} />
          <SegmentedControl
            aria-label={t('service.contact.direction')}
            data={directions.map((value) => ({ value, label: t(`service.contact.${value}`) }))}
            value={direction}
            onChange={setDirection}
          />
        </Group>
        <Textarea
          data-autofocus
          label={t('service.contact.words')}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={1000}
          value={words}
          error={isTried && words.trim() === '' ? t('ui.field.required') : undefined}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {direction === 'in' && (
          <Checkbox
            size="md"
            label={t('service.contact.isQuestion')}
            description={t('service.contact.isQuestionHint')}
            checked={isQuestion}
            onChange={(event) => setQuestion(event.currentTarget.checked)}
          />
        )}
      </SaveForm>
    </Modal>
  );
}

interface WhoSpokeProps {
  readonly customer: Person | null;
  readonly onCustomer: (customer: Person | null) => void;
}

function WhoSpoke({ customer, onCustomer }: WhoSpokeProps) {
  const { t } = useTranslation();
  const [isLooking, setLooking] = useState(false);
  const nameOf = useCustomerName();
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Text>
          {t('customer.customer')}: <strong>{customer?.name ?? t('service.contact.nobody')}</strong>
        </Text>
        <Button
          variant="default"
          leftSection={<IconUserSearch size={20} aria-hidden="true" />}
          onClick={() => setLooking(true)}
        >
          {t('service.complaint.findCustomer')}
        </Button>
      </Group>
      {isLooking && (
        <AttachCustomerDialog
          title={t('service.complaint.findCustomer')}
          onChosen={(found) => {
            onCustomer({ id: found.id, name: nameOf(found) });
            setLooking(false);
          }}
          onClose={() => setLooking(false)}
        />
      )}
    </Stack>
  );
}
