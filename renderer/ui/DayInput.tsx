/** A field for a calendar day: typed as dd.mm.yyyy or picked from a month, in the words of the screen's language. */
import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BusinessDay, isBusinessDay } from '../../shared/time.ts';
import { useSession } from '../app/session.tsx';
import { dayTyped, dayWritten, groupedDay, withWholeYear } from '../app/typedDay.ts';
import { MonthGrid } from './MonthGrid.tsx';

export interface DayInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** A business day; null for none; while it is no day yet, the text as typed, which the form's schema refuses. */
  value: string | null;
  onChange: (value: string | null) => void;
}

export function DayInput({ value, onChange, error, ...rest }: DayInputProps) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const [isOpen, setOpen] = useState(false);
  const [isTyping, setTyping] = useState(false);
  const isWrong = value !== null && !isBusinessDay(value) && !isTyping;
  const day = value !== null && isBusinessDay(value) ? value : null;
  const leave = () => {
    setTyping(false);
    if (value !== null && !isBusinessDay(value)) onChange(dayTyped(withWholeYear(value)));
  };
  const pick = (picked: BusinessDay) => {
    onChange(picked);
    setOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <TextInput
          {...rest}
          inputMode="numeric"
          autoComplete="off"
          placeholder={t('ui.day.placeholder')}
          classNames={{ input: 'figures' }}
          value={dayWritten(value)}
          error={isWrong ? t('ui.day.wrong') : error}
          rightSectionWidth={44}
          rightSection={
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('ui.day.pick')}
              onClick={() => setOpen((before) => !before)}
            >
              <IconCalendar size={20} aria-hidden="true" />
            </ActionIcon>
          }
          onChange={(event) => {
            setTyping(true);
            onChange(dayTyped(groupedDay(event.currentTarget.value)));
          }}
          onBlur={leave}
        />
      </Popover.Target>
      <Popover.Dropdown>
        <MonthGrid chosen={day} today={today} onPick={pick} />
      </Popover.Dropdown>
    </Popover>
  );
}
