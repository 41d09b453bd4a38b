/** When the promotion holds: its days, the days of the week, the hours, or today only. */
import { Button, Chip, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { FormSection } from './FormSection.tsx';
import { HoursFields } from './HoursFields.tsx';
import styles from './PromotionEditor.module.css';
import { timeRow, withTimeRow } from './promotionForm.ts';
import type { PromotionEdit } from './usePromotionEdit.ts';

/** What an empty field means stands below it. */
const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

export function WhenSection({ edit }: { edit: PromotionEdit }) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const { form, set, errorOf } = edit;
  const isToday = form.from === today && form.to === today;
  return (
    <FormSection
      title={t('promotion.section.when')}
      faults={[...edit.faultsAt('days'), ...edit.faultsAt('hours')]}
    >
      <div className={styles.span}>
        <DayInput
          label={t('promotion.field.from')}
          inputWrapperOrder={order}
          description={t('promotion.field.fromHint')}
          value={form.from}
          error={errorOf('from')}
          onChange={(from) => set({ from })}
        />
        <DayInput
          label={t('promotion.field.to')}
          inputWrapperOrder={order}
          description={t('promotion.field.toHint')}
          value={form.to}
          error={errorOf('to')}
          onChange={(to) => set({ to })}
        />
        <Button
          className={styles.beside ?? ''}
          variant={isToday ? 'light' : 'default'}
          aria-pressed={isToday}
          onClick={() => set(isToday ? { from: null, to: null } : { from: today, to: today })}
        >
          {t('promotion.field.todayOnly')}
        </Button>
      </div>
      <OwnWeekdays edit={edit} />
      <OwnHours edit={edit} />
    </FormSection>
  );
}

/** Monday first; nothing chosen means every day. */
function OwnWeekdays({ edit }: { edit: PromotionEdit }) {
  const { t } = useTranslation();
  const { conditions } = edit.form;
  const row = timeRow(conditions, 'weekdays');
  const days = row?.part.days ?? [];
  const isBlank = row !== null && edit.errorOf(`conditions.${conditions.indexOf(row)}`) !== undefined;
  const choose = (next: readonly number[]) =>
    edit.set({
      conditions: withTimeRow(
        conditions,
        'weekdays',
        next.length === 0 ? null : { kind: 'weekdays', days: next },
      ),
    });
  return (
    <div>
      <div className="mantine-InputWrapper-label">{t('promotion.field.weekdays')}</div>
      <WeekdayChips days={days} label={t('promotion.field.weekdays')} onChange={choose} />
      {days.length === 0 && (
        <p className={isBlank ? styles.kept : styles.hint}>
          {t(isBlank ? 'promotion.field.chooseDays' : 'promotion.field.everyDay')}
        </p>
      )}
    </div>
  );
}

/** The days of the week as buttons that stay pressed, Monday first. */
export function WeekdayChips(props: {
  days: readonly number[];
  label: string;
  onChange: (days: readonly number[]) => void;
}) {
  const format = useFormat();
  return (
    <Chip.Group
      multiple
      value={props.days.map(String)}
      onChange={(values) => props.onChange(values.map(Number).sort((a, b) => a - b))}
    >
      <Group gap="sm" role="group" aria-label={props.label}>
        {format.weekdaysShort.map((name, at) => (
          <Chip key={name} value={String(at + 1)} size="md" radius="md">
            {name}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

function OwnHours({ edit }: { edit: PromotionEdit }) {
  const { t } = useTranslation();
  const { conditions } = edit.form;
  const row = timeRow(conditions, 'hours');
  if (row === null) {
    return (
      <div>
        <Button
          variant="default"
          onClick={() =>
            edit.set({
              conditions: withTimeRow(conditions, 'hours', {
                kind: 'hours',
                fromMinute: 14 * 60,
                toMinute: 18 * 60,
              }),
            })
          }
        >
          {t('promotion.field.addHours')}
        </Button>
      </div>
    );
  }
  const at = conditions.indexOf(row);
  return (
    <HoursFields
      part={row.part}
      path={`conditions.${at}`}
      errorOf={edit.errorOf}
      onChange={(part) => edit.set({ conditions: withTimeRow(conditions, 'hours', part) })}
      onRemove={() => edit.set({ conditions: withTimeRow(conditions, 'hours', null) })}
    />
  );
}
