/** The way from the owner's day to the customers of the same day. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BusinessDay } from '../../shared/time.ts';
import styles from './CustomerDay.module.css';

/** The running day has the address without a date, so that it moves on past midnight. */
export function CustomerDayLink({ day, isToday }: { day: BusinessDay; isToday: boolean }) {
  const { t } = useTranslation();
  return (
    <Link className={styles.wayOn} to={isToday ? '/customer-day' : `/customer-day/${day}`}>
      {t('report.customerDay.open')}
    </Link>
  );
}
