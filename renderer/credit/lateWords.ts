/** How late a day is, in words: in so many days, today, so many days late. */
import { useTranslation } from 'react-i18next';
import { type BusinessDay, daysBetween } from '../../shared/time.ts';
import { useSession } from '../app/session.tsx';

/** Days after the last day on time; zero or less is not late. */
export function useDaysLate(): (dueOn: BusinessDay) => number {
  const { businessDay } = useSession().shop;
  return (dueOn) => daysBetween(dueOn, businessDay);
}

export function useLateWords(): (dueOn: BusinessDay) => string {
  const { t } = useTranslation();
  const daysLate = useDaysLate();
  return (dueOn) => {
    const days = daysLate(dueOn);
    if (days === 0) return t('credit.dueToday');
    return days > 0 ? t('credit.daysLate', { count: days }) : t('credit.daysLeft', { count: -days });
  };
}
