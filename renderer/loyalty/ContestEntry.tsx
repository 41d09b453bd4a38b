/** A customer takes part in a contest: who, the guess or a note about the photo, and whether the name may be shown. */
import { Button, Checkbox, Input, Modal, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { AttachCustomerDialog } from '../customer/attachDialog.tsx';
import { useCustomerName } from '../customer/customerName.ts';
import { SaveForm } from '../ui/SaveForm.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import type { Contest, ContestEntry } from './contestDraft.ts';

export interface EnterContestProps {
  readonly contest: Contest;
  /** One that is changed; null for another customer. */
  readonly entry: ContestEntry | null;
  readonly onClose: () => void;
}

interface Chosen {
  readonly customerId: string;
  readonly name: string;
}

const longestNote = 300;

export function EnterContest({ contest, entry, onClose }: EnterContestProps) {
  const { t } = useTranslation();
  const enter = useIntention(api.loyalty.enterContest);
  const [customer, setCustomer] = useState<Chosen | null>(entry);
  const [note, setNote] = useState(entry?.note ?? '');
  const [guess, setGuess] = useState(entry?.guess ?? null);
  const [isShown, setShown] = useState(entry?.isShown ?? false);
  const [isTried, setTried] = useState(false);
  const needsGuess = contest.kind === 'guess' && guess === null;
  const missing = (isMissing: boolean) => (isTried && isMissing ? t('ui.field.required') : undefined);
  const send = async () => {
    setTried(true);
    if (customer === null || needsGuess) return;
    const { contestId } = contest;
    const { customerId } = customer;
    const answer = await enter.send({ contestId, customerId, note: note.trim(), guess, isShown });
    if (!answer.ok) return;
    notifications.show({ message: t('common.saved'), color: 'green' });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={entry === null ? t('loyalty.contests.enter') : entry.name}
    >
      <SaveForm error={enter.error} isSending={enter.isSending} onSave={send} onCancel={onClose}>
        {entry === null && (
          <CustomerField customer={customer} error={missing(customer === null)} onChange={setCustomer} />
        )}
        {contest.kind === 'guess' && (
          <WholeInput
            label={t('loyalty.contests.guess')}
            mostDigits={9}
            value={guess}
            error={missing(needsGuess)}
            onChange={setGuess}
          />
        )}
        <Textarea
          label={t('loyalty.contests.note')}
          description={t(`loyalty.contests.noteHint.${contest.kind}`)}
          size="md"
          autosize
          minRows={2}
          maxLength={longestNote}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Checkbox
          size="md"
          label={t('loyalty.contests.isShown')}
          description={t('loyalty.contests.isShownHint')}
          checked={isShown}
          onChange={(event) => setShown(event.currentTarget.checked)}
        />
      </SaveForm>
    </Modal>
  );
}

interface CustomerFieldProps {
  readonly customer: Chosen | null;
  readonly error: string | undefined;
  readonly onChange: (customer: Chosen) => void;
}

function CustomerField({ customer, error, onChange }: CustomerFieldProps) {
  const { t } = useTranslation();
  const nameOf = useCustomerName();
  const [isOpen, setOpen] = useState(false);
  return (
    <Input.Wrapper label={t('loyalty.games.customer')} error={error}>
      <div>
        <Button
          variant="default"
          data-autofocus
          leftSection={<IconUserSearch size={20} aria-hidden="true" />}
          onClick={() => setOpen(true)}
        >
          {customer === null ? t('loyalty.contests.chooseCustomer') : customer.name}
        </Button>
      </div>
      {isOpen && (
        <AttachCustomerDialog
          title={t('loyalty.contests.chooseCustomer')}
          onClose={() => setOpen(false)}
          onChosen={(chosen) => {
            onChange({ customerId: chosen.id, name: nameOf(chosen) });
            setOpen(false);
          }}
        />
      )}
    </Input.Wrapper>
  );
}
