/** One time in the plan: who, on which day, from when to when, with a word beside it. */
import { Button, Drawer, Group, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { staffContract } from '../../shared/staff/contract.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { type Form, schemaOf, useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useIntention } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { TimeInput } from '../ui/TimeInput.tsx';
import type { Person, PlannedShift } from './person.ts';

/** A new time begins with the person and the day that were clicked. */
export interface EditedShift {
  readonly shift: PlannedShift | null;
  readonly personId: string;
  readonly day: BusinessDay;
}

export interface PlannedShiftDrawerProps {
  /** Null: the drawer is shut. */
  edited: EditedShift | null;
  people: readonly Person[];
  onClose: () => void;
}

export function PlannedShiftDrawer({ edited, people, onClose }: PlannedShiftDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size={440}
      title={t(edited?.shift === null ? 'staff.plan.add' : 'staff.plan.change')}
    >
      {edited !== null && <ShiftForm edited={edited} people={people} onClose={onClose} />}
    </Drawer>
  );
}

const shiftSchema = schemaOf(staffContract.savePlannedShift).pick({
  personId: true,
  day: true,
  fromMinute: true,
  toMinute: true,
  note: true,
});
interface Draft {
  readonly personId: string;
  readonly day: string | null;
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
  readonly note: string;
}

function ShiftForm({ edited, people, onClose }: PlannedShiftDrawerProps & { edited: EditedShift }) {
  const { t } = useTranslation();
  const { shift } = edited;
  const form = useForm<Draft, z.output<typeof shiftSchema>>(shiftSchema, {
    personId: edited.personId,
    day: edited.day,
    fromMinute: shift?.fromMinute ?? 9 * 60,
    toMinute: shift?.toMinute ?? 18 * 60,
    note: shift?.note ?? '',
  });
  const save = useIntention(api.staff.savePlannedShift);
  const remove = useIntention(api.staff.removePlannedShift);
  const { values, set, errorOf } = form;
  const plannedShiftId = shift?.id ?? null;
  const onSave = () =>
    saveChecked({
      form,
      send: (checked) => save.send({ plannedShiftId, ...checked }),
      saved: t('common.saved'),
      onClose,
    });
  const takeOut = async () => {
    if (plannedShiftId === null) return;
    const answer = await remove.send({ plannedShiftId });
    if (!answer.ok) return;
    notifications.show({ message: t('staff.plan.removed'), color: 'green' });
    onClose();
  };
  return (
    <SaveForm
      error={save.error ?? remove.error}
      isSending={save.isSending}
      onSave={onSave}
      onCancel={onClose}
    >
      <Select
        label={t('staff.plan.person')}
        allowDeselect={false}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.personId}
        error={errorOf('personId')}
        onChange={(personId) => set({ personId: personId ?? values.personId })}
      />
      <DayInput
        label={t('common.date')}
        value={values.day}
        error={errorOf('day')}
        onChange={(day) => set({ day })}
      />
      <TimesAndNote values={values} errorOf={errorOf} set={set} />
      {plannedShiftId !== null && (
        <Group>
          <Button
            variant="default"
            c="var(--danger)"
            loading={remove.isSending}
            onClick={() => void takeOut()}
          >
            {t('staff.plan.remove')}
          </Button>
        </Group>
      )}
    </SaveForm>
  );
}

function TimesAndNote({ values, errorOf, set }: Pick<Form<Draft, unknown>, 'values' | 'errorOf' | 'set'>) {
  const { t } = useTranslation();
  return (
    <>
      <Group gap="md" grow align="flex-start">
        <TimeInput
          label={t('staff.hours.from')}
          data-autofocus
          value={values.fromMinute}
          error={errorOf('fromMinute')}
          onChange={(fromMinute) => set({ fromMinute })}
        />
        <TimeInput
          label={t('staff.hours.to')}
          value={values.toMinute}
          error={errorOf('toMinute')}
          onChange={(toMinute) => set({ toMinute })}
        />
      </Group>
      <TextInput
        label={t('staff.plan.note')}
        autoComplete="off"
        value={values.note}
        error={errorOf('note')}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </>
  );
}
