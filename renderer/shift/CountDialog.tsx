/** A quick count in the middle of a shift, when the till goes to another seller; it changes no money. */
import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useSession } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { SaveForm } from '../ui/SaveForm.tsx';
import { CashCount } from './CashCount.tsx';
import { noSum, notesOf } from './cashTyped.ts';
import { DifferenceBox } from './DifferenceBox.tsx';

export function CountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  /** Undefined until counted; null for who counts blind. */
  const [differenceSom, setDifference] = useState<number | null | undefined>(undefined);
  return (
    <Modal opened onClose={onClose} size={640} title={t('shift.count.action')}>
      {differenceSom === undefined ? (
        <CountForm onCounted={setDifference} onClose={onClose} />
      ) : (
        <Counted differenceSom={differenceSom} onClose={onClose} />
      )}
    </Modal>
  );
}

interface CountFormProps {
  readonly onCounted: (differenceSom: number | null) => void;
  readonly onClose: () => void;
}

function CountForm({ onCounted, onClose }: CountFormProps) {
  const { t } = useTranslation();
  const { person } = useSession();
  const [typed, setTyped] = useState(noSum);
  const [to, setTo] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const count = useIntention(api.shift.countCash);
  const people = useTill(api.staff.people, {}).data?.people ?? [];
  const send = async () => {
    setTried(true);
    if (typed.sumSom === null) return;
    const answer = await count.send({
      countedSom: typed.sumSom,
      notes: notesOf(typed)?.slice() ?? null,
      toPersonId: to,
    });
    if (answer.ok) onCounted(answer.data.differenceSom);
  };
  return (
    <SaveForm
      error={count.error}
      isSending={count.isSending}
      action={t('shift.count.done')}
      onSave={send}
      onCancel={onClose}
    >
      <CashCount
        label={t('shift.counted')}
        description={t('shift.count.hint')}
        typed={typed}
        error={isTried && typed.sumSom === null ? t('ui.field.required') : undefined}
        onChange={setTyped}
      />
      <Select
        label={t('shift.count.to')}
        clearable
        placeholder={t('shift.count.toNobody')}
        data={people
          .filter(({ id, isActive }) => isActive && id !== person.id)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={to}
        onChange={setTo}
      />
    </SaveForm>
  );
}

function Counted({ differenceSom, onClose }: { differenceSom: number | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      {differenceSom === null ? (
        <div role="status">{t('shift.count.noted')}</div>
      ) : (
        <DifferenceBox differenceSom={differenceSom} />
      )}
      <Group justify="flex-end">
        <Button data-autofocus autoFocus onClick={onClose}>
          {t('common.done')}
        </Button>
      </Group>
    </Stack>
  );
}
