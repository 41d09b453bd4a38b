/** A list of contacts from a group of customers: at most five hundred, split evenly over the people of the day. */
import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readySegmentNames, readySegments, type SegmentRule } from '../../shared/customer/segment.ts';
import { type TaskKind, taskKinds } from '../../shared/service/task.ts';
import { textIn } from '../../shared/text.ts';
import { isBusinessDay } from '../../shared/time.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { PeoplePick, usePeopleOn } from './PeoplePick.tsx';

const mostCustomers = 500;

export function TaskGroupDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={t('service.task.fromGroup')} size={680} yOffset={24}>
      <GroupForm onClose={onClose} />
    </Modal>
  );
}

type Chosen = { readonly name: string; readonly rule: SegmentRule };

/** The groups that come with the program, then the shop's own. */
function useGroups(): readonly Chosen[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const own = useTill(api.customer.segments, {}).data?.segments ?? [];
  return [
    ...readySegmentNames.map((name) => ({
      name: t(`report.segment.readyName.${name}`),
      rule: readySegments[name],
    })),
    ...own.map(({ name, rule }) => ({ name: textIn(name, language), rule })),
  ];
}

/** The ids of a group's first customers, or why they could not be had. */
async function membersOf(rule: SegmentRule): Promise<readonly string[] | TillError> {
  const answer = await api.report.segmentMembers({ rule, cursor: null, limit: mostCustomers });
  return answer.ok ? answer.data.members.map(({ customerId }) => customerId) : answer.error;
}

const isIds = (found: readonly string[] | TillError): found is readonly string[] => Array.isArray(found);

function GroupForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const groups = useGroups();
  const draft = useGroupDraft();
  const [error, setError] = useState<TillError | null>(null);
  const [planned, setPlanned] = useState<Planned | null>(null);
  const plan = useIntention(api.service.planContacts);
  const group = groups.find(({ name }) => name === draft.group) ?? null;
  const save = async () => {
    const checked = draft.check();
    if (checked === null || group === null) return;
    const found = await membersOf(group.rule);
    if (!isIds(found)) return setError(found);
    setError(null);
    if (found.length === 0)
      return setPlanned({ planned: 0, wantNoCalls: 0, withoutConsent: 0, alreadyPlanned: 0 });
    const answer = await plan.send({ ...checked, customerIds: [...found] });
    if (answer.ok) setPlanned(answer.data);
  };
  if (planned !== null) return <PlannedWords planned={planned} onClose={onClose} />;
  return (
    <SaveForm
      error={error ?? plan.error}
      isSending={plan.isSending}
      action={t('service.task.plan')}
      onSave={save}
      onCancel={onClose}
    >
      <Group gap="md" align="flex-start" grow>
        <Select
          data-autofocus
          label={t('service.task.group')}
          searchable
          data={groups.map(({ name }) => name)}
          value={draft.group}
          error={draft.isTried && group === null ? t('ui.field.required') : undefined}
          onChange={draft.setGroup}
        />
        <Select
          label={t('service.task.kindLabel')}
          allowDeselect={false}
          data={taskKinds.map((value) => ({ value, label: t(`service.task.kind.${value}`) }))}
          value={draft.kind}
          onChange={(value) => value !== null && draft.setKind(value)}
        />
        <DayInput label={t('service.task.dueOn')} value={draft.dueOn} onChange={draft.setDue} />
      </Group>
      <TextInput
        label={t('service.task.words')}
        maxLength={400}
        autoComplete="off"
        error={draft.isTried && draft.words.trim() === '' ? t('ui.field.required') : undefined}
        value={draft.words}
        onChange={(event) => draft.setWords(event.currentTarget.value)}
      />
      <PeoplePick day={draft.day} chosen={draft.people} onChange={draft.setPeople} />
    </SaveForm>
  );
}

function useGroupDraft() {
  const today = useSession().shop.businessDay;
  const [group, setGroup] = useState<string | null>(null);
  const [kind, setKind] = useState<TaskKind>('call');
  const [words, setWords] = useState('');
  const [dueOn, setDue] = useState<string | null>(today);
  const [people, setPeople] = useState<readonly string[] | null>(null);
  const [isTried, setTried] = useState(false);
  const day = dueOn !== null && isBusinessDay(dueOn) ? dueOn : today;
  const { usual } = usePeopleOn(day);
  const check = () => {
    setTried(true);
    if (words.trim() === '' || dueOn === null || !isBusinessDay(dueOn)) return null;
    return { kind, words: words.trim(), dueOn: day, personIds: [...(people ?? usual)] };
  };
  return {
    ...{ group, setGroup, kind, setKind, words, setWords, dueOn, setDue, people, setPeople },
    ...{ day, isTried, check },
  };
}

interface Planned {
  readonly planned: number;
  readonly wantNoCalls: number;
  readonly withoutConsent: number;
  readonly alreadyPlanned: number;
}

/** How many were planned, and who was left out and why. */
function PlannedWords({ planned, onClose }: { planned: Planned; onClose: () => void }) {
  const { t } = useTranslation();
  const left = (['alreadyPlanned', 'wantNoCalls', 'withoutConsent'] as const).filter(
    (why) => planned[why] > 0,
  );
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('service.task.planned', { count: planned.planned })}</Text>
      {left.map((why) => (
        <Text key={why}>{t(`service.task.left.${why}`, { count: planned[why] })}</Text>
      ))}
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </Group>
    </Stack>
  );
}
