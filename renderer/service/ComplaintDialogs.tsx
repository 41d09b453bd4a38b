/** The small questions of a complaint: until when, a note, whose it is, how it ended, why it begins again. */
import { Modal, Radio, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ComplaintOutcome, complaintOutcomes } from '../../shared/service/complaint.ts';
import type { Complaint } from '../../shared/service/complaintContract.ts';
import { addDays, isBusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useSession } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';

export interface AroundComplaint {
  readonly complaint: Complaint;
  readonly onClose: () => void;
}

/** The days that a promise mostly names, counted from today. */
const usualDays = 2;

export function PromiseDialog({ complaint, onClose }: AroundComplaint) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const [day, setDay] = useState<string | null>(complaint.promisedOn ?? addDays(today, usualDays));
  const [isTried, setTried] = useState(false);
  const promise = useIntention(api.service.promiseDay);
  const isWrong = day === null || !isBusinessDay(day);
  const save = async () => {
    setTried(true);
    if (day === null || !isBusinessDay(day)) return;
    const answer = await promise.send({ complaintId: complaint.complaintId, promisedOn: day });
    if (answer.ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('service.act.promise')}>
      <SaveForm error={promise.error} isSending={promise.isSending} onSave={save} onCancel={onClose}>
        <DayInput
          data-autofocus
          label={t('service.promise.day')}
          description={t('service.promise.hint')}
          value={day}
          error={isTried && isWrong ? t('ui.field.required') : undefined}
          onChange={setDay}
        />
      </SaveForm>
    </Modal>
  );
}

/** The same field asks for a note and for why it begins again. */
function WordsForm({
  label,
  action,
  sending,
  onSave,
  onClose,
}: {
  readonly label: string;
  readonly action: string;
  readonly sending: { readonly error: Parameters<typeof SaveForm>[0]['error']; readonly isSending: boolean };
  readonly onSave: (words: string) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const isEmpty = words.trim() === '';
  const save = async () => {
    setTried(true);
    if (!isEmpty && (await onSave(words.trim()))) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={action} size={560}>
      <SaveForm {...sending} action={action} onSave={save} onCancel={onClose}>
        <Textarea
          data-autofocus
          label={label}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={1000}
          value={words}
          error={isTried && isEmpty ? t('ui.field.required') : undefined}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </SaveForm>
    </Modal>
  );
}

export function NoteDialog({ complaint: { complaintId }, onClose }: AroundComplaint) {
  const { t } = useTranslation();
  const note = useIntention(api.service.noteComplaint);
  return (
    <WordsForm
      label={t('service.note.words')}
      action={t('service.act.note')}
      sending={note}
      onSave={async (words) => (await note.send({ complaintId, words })).ok}
      onClose={onClose}
    />
  );
}

export function ReopenDialog({ complaint: { complaintId }, onClose }: AroundComplaint) {
  const { t } = useTranslation();
  const reopen = useIntention(api.service.reopenComplaint);
  return (
    <WordsForm
      label={t('service.reopen.words')}
      action={t('service.act.reopen')}
      sending={reopen}
      onSave={async (words) => (await reopen.send({ complaintId, words })).ok}
      onClose={onClose}
    />
  );
}

export function AssignDialog({ complaint, onClose }: AroundComplaint) {
  const { t } = useTranslation();
  const [ownerId, setOwner] = useState(complaint.owner?.personId ?? null);
  const people = useTill(api.staff.people, {}).data?.people ?? [];
  const assign = useIntention(api.service.assignComplaint);
  const save = async () => {
    if (ownerId === null) return;
    const answer = await assign.send({ complaintId: complaint.complaintId, ownerId });
    if (answer.ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('service.act.assign')}>
      <SaveForm error={assign.error} isSending={assign.isSending} onSave={save} onCancel={onClose}>
        <Select
          data-autofocus
          label={t('service.complaint.owner')}
          placeholder={t('ui.notChosen')}
          data={people.filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, label: name }))}
          value={ownerId}
          onChange={setOwner}
        />
      </SaveForm>
    </Modal>
  );
}

/** What nobody has answered can only be closed as unreachable. */
export function CloseDialog({ complaint, onClose }: AroundComplaint) {
  const { t } = useTranslation();
  const isAnswered = complaint.state === 'answered';
  const [outcome, setOutcome] = useState<ComplaintOutcome>(isAnswered ? 'solved' : 'unreachable');
  const [words, setWords] = useState('');
  const close = useIntention(api.service.closeComplaint);
  const save = async () => {
    const { complaintId } = complaint;
    const answer = await close.send({ complaintId, outcome, words: words.trim() });
    if (answer.ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('service.act.close')} size={560}>
      <SaveForm
        error={close.error}
        isSending={close.isSending}
        action={t('service.act.close')}
        onSave={save}
        onCancel={onClose}
      >
        <Radio.Group
          label={t('service.close.how')}
          description={isAnswered ? undefined : t('service.close.unanswered')}
          value={outcome}
          onChange={(value) => setOutcome(complaintOutcomes.find((each) => each === value) ?? outcome)}
        >
          <Stack gap="xs" mt="sm">
            {complaintOutcomes.map((each) => (
              <Radio
                key={each}
                size="md"
                value={each}
                data-autofocus={each === outcome || undefined}
                disabled={!isAnswered && each !== 'unreachable'}
                label={t(`service.outcome.${each}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('service.close.words')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </SaveForm>
    </Modal>
  );
}
