/** A month by weeks: on each day the promotions that hold, each of them a link to its page. */
import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { monthFrom, weeksOf } from '../app/monthDays.ts';
import { useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './PromotionsCalendar.module.css';
import type { PromotionRow } from './promotionState.ts';

const shownInDay = 3;

export function PromotionsCalendar({ rows }: { rows: readonly PromotionRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useSession().shop.businessDay;
  const [month, setMonth] = useState(() => monthFrom(today, 0));
  const weeks = weeksOf(month);
  const [from, to] = [weeks[0]?.[0] ?? month, weeks.at(-1)?.[6] ?? month];
  const { data, error } = useTill(api.promotion.calendar, { from, to }, { keepsLast: true });
  const onDay = new Map(data?.days.map(({ day, promotionIds }) => [day, promotionIds]));
  const daysOf = ({ promotionId }: PromotionRow) =>
    data?.days.filter(({ promotionIds }) => promotionIds.includes(promotionId)).length ?? 0;
  // A draft holds on no day yet. What holds on few days comes first: what is always on says little of a day.
  const held = rows
    .filter((row) => row.state !== 'draft')
    .map((row) => ({ row, days: daysOf(row) }))
    .sort((one, other) => one.days - other.days)
    .map(({ row }) => row);
  return (
    <section className={styles.calendar} aria-label={t('promotion.view.calendar')}>
      <div className={styles.head}>
        <ActionIcon
          variant="default"
          aria-label={t('ui.day.monthBefore')}
          onClick={() => setMonth(monthFrom(month, -1))}
        >
          <IconChevronLeft size={20} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t('ui.day.monthAfter')}
          onClick={() => setMonth(monthFrom(month, 1))}
        >
          <IconChevronRight size={20} aria-hidden="true" />
        </ActionIcon>
        <h2 className={styles.month} aria-live="polite">
          {format.month(month)}
        </h2>
      </div>
      <ErrorAnswer error={error} />
      <table className={styles.grid}>
        <thead>
          <tr>
            {format.weekdaysShort.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Day
                  key={day}
                  day={day}
                  isToday={day === today}
                  isOutside={monthFrom(day, 0) !== month}
                  rows={held.filter((row) => onDay.get(day)?.includes(row.promotionId))}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DayProps {
  readonly day: BusinessDay;
  readonly isToday: boolean;
  readonly isOutside: boolean;
  readonly rows: readonly PromotionRow[];
}

function Day({ day, isToday, isOutside, rows }: DayProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, rows.length > shownInDay ? shownInDay - 1 : shownInDay);
  const more = rows.length - shown.length;
  return (
    <td
      className={`${styles.day} ${isToday ? styles.today : ''} ${isOutside ? styles.outside : ''}`}
      aria-label={format.dayWithWeekday(day)}
      aria-current={isToday ? 'date' : undefined}
    >
      <span className={`${styles.number} figures`}>{Number(day.slice(8))}</span>
      {shown.map((row) => (
        <Link
          key={row.promotionId}
          to={`/promotions/${row.promotionId}`}
          className={`${styles.promotion} ${row.state === 'live' ? '' : styles.quiet}`}
          title={textIn(row.sentence, language)}
        >
          {textIn(row.name, language)}
        </Link>
      ))}
      {more > 0 && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {t('promotion.moreOnDay', { count: more })}
        </button>
      )}
    </td>
  );
}
