/** A new task: what, with whom, who does it and when; or another person and day for one that is planned. */
import { Group, Modal, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TaskKind, taskKinds } from '../../shared/service/task.ts';
import type { Task } from '../../shared/service/taskContract.ts';
import { isBusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useSession } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { TimeInput } from '../ui/TimeInput.tsx';
import { type Chosen, CustomerPick } from './CustomerPick.tsx';
import { usePeopleOn } from './PeoplePick.tsx';

export function NewTaskDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={t('service.task.new')} size={680} yOffset={40}>
      <NewTaskForm onClose={onClose} />
    </Modal>
  );
}

function NewTaskForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { person, shop } = useSession();
  const [kind, setKind] = useState<TaskKind>('call');
  const [customer, setCustomer] = useState<Chosen | null>(null);
  const [reach, setReach] = useState('');
  const [words, setWords] = useState('');
  const [when, setWhen] = useState<When>({ personId: person.id, dueOn: shop.businessDay, dueMinute: null });
  const [isTried, setTried] = useState(false);
  const plan = useIntention(api.service.planTask);
  const isMissing = customer === null && words.trim() === '';
  const save = async () => {
    setTried(true);
    const { dueOn, personId, dueMinute } = when;
    if (isMissing || dueOn === null || !isBusinessDay(dueOn)) return;
    const answer = await plan.send({
      kind,
      customerId: customer?.id ?? null,
      reach: customer === null ? reach.trim() : '',
      words: words.trim(),
      personId,
      dueOn,
      dueMinute,
    });
    if (answer.ok) onClose();
  };
  return (
    <SaveForm error={plan.error} isSending={plan.isSending} onSave={save} onCancel={onClose}>
      <Group gap="md" align="flex-start" grow>
        <Select
          label={t('service.task.kindLabel')}
          allowDeselect={false}
          data={taskKinds.map((value) => ({ value, label: t(`service.task.kind.${value}`) }))}
          value={kind}
          onChange={(value) => value !== null && setKind(value)}
        />
        <CustomerPick customer={customer} onChange={setCustomer} />
      </Group>
      <Textarea
        data-autofocus
        label={t('service.task.words')}
        autosize
        minRows={2}
        maxLength={400}
        error={isTried && isMissing ? t('refusals.TaskEmpty') : undefined}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {customer === null && (
        <TextInput
          label={t('service.wish.reach')}
          maxLength={80}
          autoComplete="off"
          value={reach}
          onChange={(event) => setReach(event.currentTarget.value)}
        />
      )}
      <WhenFields when={when} onChange={setWhen} />
    </SaveForm>
  );
}

interface When {
  readonly personId: string | null;
  readonly dueOn: string | null;
  readonly dueMinute: number | null;
}

const nobody = 'nobody';

function WhenFields({ when, onChange }: { when: When; onChange: (when: When) => void }) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const day = when.dueOn !== null && isBusinessDay(when.dueOn) ? when.dueOn : today;
  const { people } = usePeopleOn(day);
  return (
    <Group gap="md" align="flex-start" grow>
      <Select
        label={t('service.task.person')}
        allowDeselect={false}
        data={[
          { value: nobody, label: t('service.task.anybody') },
          ...people.map(({ personId, name }) => ({ value: personId, label: name })),
        ]}
        value={when.personId ?? nobody}
        onChange={(value) => onChange({ ...when, personId: value === nobody ? null : value })}
      />
      <DayInput
        label={t('service.task.dueOn')}
        value={when.dueOn}
        onChange={(dueOn) => onChange({ ...when, dueOn })}
      />
      <TimeInput
        label={t('service.task.hour')}
        value={when.dueMinute}
        onChange={(minute) => onChange({ ...when, dueMinute: minute === 1440 ? null : minute })}
      />
    </Group>
  );
}

export function MoveTaskDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={t('service.task.move')} size={680}>
      <MoveTaskForm task={task} onClose={onClose} />
    </Modal>
  );
}

function MoveTaskForm({ task, onClose }: { task: Task; onClose: () => void }) {
  const [when, setWhen] = useState<When>({
    personId: task.person?.personId ?? null,
    dueOn: task.dueOn,
    dueMinute: task.dueMinute,
  });
  const move = useIntention(api.service.moveTask);
  const save = async () => {
    const { dueOn, personId, dueMinute } = when;
    if (dueOn === null || !isBusinessDay(dueOn)) return;
    const answer = await move.send({ taskId: task.taskId, personId, dueOn, dueMinute });
    if (answer.ok) onClose();
  };
  return (
    <SaveForm error={move.error} isSending={move.isSending} onSave={save} onCancel={onClose}>
      {task.words !== '' && <Text>{task.words}</Text>}
      <WhenFields when={when} onChange={setWhen} />
    </SaveForm>
  );
}
