/** The working hours of a week: each weekday with none, one or more times from and to. */
import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { TimeInput } from '../ui/TimeInput.tsx';
import styles from './HoursFields.module.css';
import { hoursWords } from './hoursWords.ts';
import { likeMonday, minutesOf, type TypedHours, withHours } from './personDraft.ts';

export interface HoursFieldsProps {
  hours: readonly TypedHours[];
  error: string | undefined;
  onChange: (hours: readonly TypedHours[]) => void;
}

export function HoursFields({ hours, error, onChange }: HoursFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const hasMonday = hours.some(({ weekday }) => weekday === 1);
  return (
    <fieldset className={styles.week}>
      <legend className={styles.legend}>{t('staff.hours.title')}</legend>
      {format.weekdaysShort.map((name, place) => (
        <Weekday key={name} name={name} weekday={place + 1} hours={hours} onChange={onChange} />
      ))}
      <Group gap="md" mt="xs">
        <Button
          variant="default"
          size="compact-md"
          mih={36}
          disabled={!hasMonday}
          onClick={() => onChange(likeMonday(hours))}
        >
          {t('staff.hours.likeMonday')}
        </Button>
        <Text className="muted">{t('staff.hours.perWeek', { hours: hoursWords(minutesOf(hours)) })}</Text>
      </Group>
      {error !== undefined && <div className={styles.error}>{error}</div>}
    </fieldset>
  );
}

interface WeekdayProps {
  name: string;
  weekday: number;
  hours: readonly TypedHours[];
  onChange: (hours: readonly TypedHours[]) => void;
}

function Weekday({ name, weekday, hours, onChange }: WeekdayProps) {
  const { t } = useTranslation();
  const put = (place: number, patch: Partial<TypedHours>) =>
    onChange(hours.map((each, at) => (at === place ? { ...each, ...patch } : each)));
  const own = hours.map((each, place) => ({ ...each, place })).filter((each) => each.weekday === weekday);
  return (
    <div className={styles.day}>
      <span className={styles.name}>{name}</span>
      <div className={styles.times}>
        {own.length === 0 && <span className={styles.free}>{t('staff.hours.free')}</span>}
        {own.map(({ place, fromMinute, toMinute }) => (
          <Group key={place} gap="xs" wrap="nowrap">
            <TimeInput
              w={84}
              aria-label={`${name}: ${t('staff.hours.from')}`}
              value={fromMinute}
              onChange={(minute) => put(place, { fromMinute: minute })}
            />
            –
            <TimeInput
              w={84}
              aria-label={`${name}: ${t('staff.hours.to')}`}
              value={toMinute}
              onChange={(minute) => put(place, { toMinute: minute })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${name}: ${t('common.delete')}`}
              onClick={() => onChange(hours.filter((_, at) => at !== place))}
            >
              <IconX size={18} aria-hidden="true" />
            </ActionIcon>
          </Group>
        ))}
      </div>
      {own.length < 3 && (
        <ActionIcon
          variant="default"
          aria-label={`${name}: ${t('common.add')}`}
          onClick={() => onChange(withHours(hours, weekday))}
        >
          <IconPlus size={18} aria-hidden="true" />
        </ActionIcon>
      )}
    </div>
  );
}
