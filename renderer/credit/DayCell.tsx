/** A day in the notebook's grid: typed as 12.10 or picked from a month; its button stands outside the way of Tab. */
import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BusinessDay } from '../../shared/time.ts';
import { useSession } from '../app/session.tsx';
import { dayWritten, groupedDay } from '../app/typedDay.ts';
import { MonthGrid } from '../ui/MonthGrid.tsx';

export interface DayCellProps {
  readonly label: string;
  readonly field: string;
  /** As typed. */
  readonly text: string;
  /** The day it means; null while it is none. */
  readonly meant: BusinessDay | null;
  readonly placeholder: string;
  readonly isWrong: boolean;
  readonly isLocked: boolean;
  readonly onChange: (text: string) => void;
}

export function DayCell({
  label,
  field,
  text,
  meant,
  placeholder,
  isWrong,
  isLocked,
  onChange,
}: DayCellProps) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-end" shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <TextInput
          aria-label={label}
          data-field={field}
          inputMode="numeric"
          autoComplete="off"
          placeholder={placeholder}
          classNames={{ input: 'figures' }}
          value={text}
          error={isWrong}
          withErrorStyles={isWrong}
          readOnly={isLocked}
          rightSectionWidth={32}
          rightSection={
            <ActionIcon
              size={28}
              tabIndex={-1}
              disabled={isLocked}
              aria-label={`${label}: ${t('ui.day.pick')}`}
              onClick={() => setOpen((before) => !before)}
            >
              <IconCalendar size={18} aria-hidden="true" />
            </ActionIcon>
          }
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => onChange(groupedDay(event.currentTarget.value))}
          onBlur={() => meant !== null && onChange(dayWritten(meant))}
        />
      </Popover.Target>
      <Popover.Dropdown>
        <MonthGrid
          chosen={meant}
          today={today}
          onPick={(day) => {
            onChange(dayWritten(day));
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
