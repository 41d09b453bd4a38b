/** How an answer stands: in time, soon due or late, in words beside the colour. */
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ComplaintSummary } from '../../shared/service/complaintContract.ts';

type Clock = ComplaintSummary['clock'];

const colours: Readonly<Record<Clock['state'], string>> = {
  answeredInTime: 'gray',
  answeredLate: 'gray',
  running: 'green',
  warning: 'amber',
  overdue: 'red',
};

/** Whole hours and minutes in words: "3 h 20 min"; minutes alone below an hour. */
export function useMinutesInWords(): (minutes: number) => string {
  const { t } = useTranslation();
  return (minutes) => {
    const whole = Math.round(minutes);
    const hours = Math.floor(whole / 60);
    const rest = whole % 60;
    if (hours === 0) return t('service.clock.minutes', { minutes: rest });
    if (rest === 0) return t('service.clock.hours', { hours });
    return `${t('service.clock.hours', { hours })} ${t('service.clock.minutes', { minutes: rest })}`;
  };
}

/**
 * | clock          | colour | words                  |
 * |----------------|--------|------------------------|
 * | running        | green  | 23 h 10 min left       |
 * | warning        | amber  | 3 h 5 min left         |
 * | overdue        | red    | Answer overdue         |
 * | answeredInTime | grey   | Answered after 40 min  |
 * | answeredLate   | grey   | Answered late: after 26 h |
 */
export function ClockBadge({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const inWords = useMinutesInWords();
  const minutes = clock.answeredAfterMinutes ?? clock.leftMinutes;
  return (
    <Badge color={colours[clock.state]} style={{ flex: 'none' }} className="figures">
      {t(`service.clock.${clock.state}`, { time: inWords(minutes) })}
    </Badge>
  );
}
