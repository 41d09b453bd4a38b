/** One month, with arrows to the one before and after; a month that has not begun cannot be chosen. */
import { ActionIcon, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BusinessDay } from '../../shared/time.ts';
import { useFormat } from '../app/language.ts';
import { monthFrom } from '../app/monthDays.ts';

export interface MonthSwitchProps {
  /** The first day of the month that is shown. */
  month: BusinessDay;
  /** The first day of the last month that may be chosen. */
  last: BusinessDay;
  onChange: (month: BusinessDay) => void;
}

export function MonthSwitch({ month, last, onChange }: MonthSwitchProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Group gap="xs">
      <ActionIcon
        variant="default"
        aria-label={t('ui.day.monthBefore')}
        onClick={() => onChange(monthFrom(month, -1))}
      >
        <IconChevronLeft size={20} aria-hidden="true" />
      </ActionIcon>
      <strong aria-live="polite" style={{ minWidth: 160, textAlign: 'center' }}>
        {format.month(month)}
      </strong>
      <ActionIcon
        variant="default"
        aria-label={t('ui.day.monthAfter')}
        disabled={month >= last}
        onClick={() => onChange(monthFrom(month, 1))}
      >
        <IconChevronRight size={20} aria-hidden="true" />
      </ActionIcon>
    </Group>
  );
}
