/** The days of one month as buttons, Monday first; arrows go from month to month. */
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BusinessDay } from '../../shared/time.ts';
import { useFormat } from '../app/language.ts';
import { monthFrom, weeksOf } from '../app/monthDays.ts';
import styles from './MonthGrid.module.css';

export interface MonthGridProps {
  chosen: BusinessDay | null;
  today: BusinessDay;
  onPick: (day: BusinessDay) => void;
}

export function MonthGrid({ chosen, today, onPick }: MonthGridProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [month, setMonth] = useState(() => monthFrom(chosen ?? today, 0));
  return (
    <div>
      <div className={styles.head}>
        <Arrow label={t('ui.day.monthBefore')} onClick={() => setMonth(monthFrom(month, -1))}>
          <IconChevronLeft size={20} aria-hidden="true" />
        </Arrow>
        <strong aria-live="polite">{format.month(month)}</strong>
        <Arrow label={t('ui.day.monthAfter')} onClick={() => setMonth(monthFrom(month, 1))}>
          <IconChevronRight size={20} aria-hidden="true" />
        </Arrow>
      </div>
      <div className={styles.grid}>
        {format.weekdaysShort.map((name) => (
          <span key={name} className={styles.weekday}>
            {name}
          </span>
        ))}
        {weeksOf(month)
          .flat()
          .map((day) => (
            <UnstyledButton
              key={day}
              className={styles.day}
              data-outside={day.slice(0, 7) !== month.slice(0, 7) || undefined}
              data-today={day === today || undefined}
              aria-pressed={day === chosen}
              aria-label={format.longDay(day)}
              onClick={() => onPick(day)}
            >
              {Number(day.slice(8))}
            </UnstyledButton>
          ))}
      </div>
    </div>
  );
}

function Arrow(props: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={props.label} onClick={props.onClick}>
      {props.children}
    </ActionIcon>
  );
}
