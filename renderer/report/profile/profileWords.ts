/** Days and clocks of a customer's page in words. */
import { useTranslation } from 'react-i18next';
import type { CustomerProfile } from '../../../shared/report/profileContract.ts';

/**
 * Days from tenths: whole ones from ten days on and when the tenth is none, so that nobody reads "every 41.3 days".
 *
 * | tenths | words    |
 * |--------|----------|
 * | 60     | 6 days   |
 * | 65     | 6.5 days |
 * | 413    | 41 days  |
 */
export function shownDays(tenths: number): number {
  return tenths >= 100 ? Math.round(tenths / 10) : tenths / 10;
}

export function useDays(): (tenths: number) => string {
  const { t, i18n } = useTranslation();
  return (tenths) => {
    const days = shownDays(tenths);
    if (Number.isInteger(days)) return t('report.profile.days', { count: days });
    const words = i18n.language === 'en' ? String(days) : String(days).replace('.', ',');
    return t('report.profile.partDays', { days: words });
  };
}

type OpenComplaints = CustomerProfile['openComplaints'];

const minutesAnHour = 60;

/** What the most urgent of the open complaints waits for. */
export function useClockWords(): (open: OpenComplaints) => string {
  const { t } = useTranslation();
  return ({ worst, hasBrokenPromise }) => {
    if (worst === null) return t('report.profile.noComplaints');
    if (worst.state === 'overdue') return t('report.profile.clock.overdue');
    if (worst.state === 'running' || worst.state === 'warning') {
      const { leftMinutes } = worst;
      return leftMinutes < minutesAnHour
        ? t('report.profile.clock.minutes', { count: leftMinutes })
        : t('report.profile.clock.hours', { count: Math.floor(leftMinutes / minutesAnHour) });
    }
    return hasBrokenPromise ? t('report.profile.clock.promiseBroken') : t('report.profile.clock.answered');
  };
}
