/** When the person at the window works next: the running week and the two after it. */
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './OwnPlan.module.css';
import { hoursOf } from './planWeek.ts';

const daysAhead = 20;

export function OwnPlan() {
  const { t } = useTranslation();
  const format = useFormat();
  const { person, shop } = useSession();
  const from = shop.businessDay;
  const { data, error } = useTill(api.staff.plan, { from, to: addDays(from, daysAhead) });
  const own = data?.shifts
    .filter(({ personId }) => personId === person.id)
    .sort((one, other) => one.day.localeCompare(other.day) || one.fromMinute - other.fromMinute);
  if (own === undefined) return <ErrorAnswer error={error} />;
  if (own.length === 0) return <Text className="muted">{t('staff.own.noShifts')}</Text>;
  return (
    <ul className={styles.shifts}>
      {own.map((shift) => (
        <li key={shift.id} data-today={shift.day === from || undefined}>
          <span>{format.dayWithWeekday(shift.day)}</span>
          <strong className="figures">{hoursOf(shift)}</strong>
          <span className="muted">{shift.note}</span>
        </li>
      ))}
    </ul>
  );
}
