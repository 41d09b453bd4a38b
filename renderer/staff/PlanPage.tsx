/** Who works when: one week as people by days; a click adds a time, another changes it; printed for the wall. */
import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type BusinessDay, businessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay, useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PrintNow } from '../ui/PrintNow.tsx';
import { hoursWords } from './hoursWords.ts';
import { type EditedShift, PlannedShiftDrawer } from './PlannedShiftDrawer.tsx';
import styles from './PlanPage.module.css';
import type { PlannedShift } from './person.ts';
import { hoursOf, type PlanRow, planRows, weekOf } from './planWeek.ts';
import { StaffTabs } from './StaffTabs.tsx';

export function PlanPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { shop } = useSession();
  const mayPlan = useMay('staff.plan');
  const [day, setDay] = useState(shop.businessDay);
  const [edited, setEdited] = useState<EditedShift | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const week = weekOf(day);
  const [from = day] = week;
  const to = week.at(-1) ?? day;
  const { data, error } = useTill(api.staff.plan, { from, to }, { keepsLast: true });
  const people = useTill(api.staff.people, {}).data?.people.filter(({ isActive }) => isActive) ?? [];
  const rows = planRows(people, data?.shifts ?? [], week);
  const title = format.dayRange(from, to);
  return (
    <>
      <StaffTabs open="plan">
        <ActionIcon
          variant="default"
          aria-label={t('staff.plan.weekBefore')}
          onClick={() => setDay(addDays(from, -7))}
        >
          <IconChevronLeft size={20} aria-hidden="true" />
        </ActionIcon>
        <strong className={styles.week} aria-live="polite">
          {title}
        </strong>
        <ActionIcon
          variant="default"
          aria-label={t('staff.plan.weekAfter')}
          onClick={() => setDay(addDays(from, 7))}
        >
          <IconChevronRight size={20} aria-hidden="true" />
        </ActionIcon>
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden="true" />}
          onClick={() => setPrinting(true)}
        >
          {t('common.print')}
        </Button>
      </StaffTabs>
      <ErrorAnswer error={error} />
      <div className={styles.scroller}>
        <WeekTable
          rows={rows}
          week={week}
          today={shop.businessDay}
          onAdd={mayPlan ? (personId, on) => setEdited({ shift: null, personId, day: on }) : null}
          onEdit={mayPlan ? (shift) => setEdited({ shift, ...shift }) : null}
        />
      </div>
      <PlannedShiftDrawer edited={edited} people={people} onClose={() => setEdited(null)} />
      {isPrinting && (
        <PrintNow onDone={() => setPrinting(false)}>
          <style>{'@page { size: A4 landscape; margin: 12mm; }'}</style>
          <div className={styles.paper}>
            <h1>{t('staff.plan.title', { shop: shop.name, week: title })}</h1>
            <WeekTable rows={rows} week={week} today={businessDay('1970-01-01')} onAdd={null} onEdit={null} />
          </div>
        </PrintNow>
      )}
    </>
  );
}

interface WeekTableProps {
  rows: readonly PlanRow[];
  week: readonly BusinessDay[];
  today: BusinessDay;
  onAdd: ((personId: string, day: BusinessDay) => void) | null;
  onEdit: ((shift: PlannedShift) => void) | null;
}

function WeekTable({ rows, week, today, onAdd, onEdit }: WeekTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className={styles.grid} aria-label={t('staff.tab.plan')}>
      <thead>
        <tr>
          <th scope="col">{t('staff.name')}</th>
          {week.map((day, place) => (
            <th key={day} scope="col" data-today={day === today || undefined}>
              {format.weekdaysShort[place]} {format.dayAndMonth(day)}
            </th>
          ))}
          <th scope="col" className={styles.sum}>
            {t('staff.plan.hours')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ personId, name, days, minutes }) => (
          <tr key={personId}>
            <th scope="row">{name}</th>
            {week.map((day, place) => (
              <td key={day} data-today={day === today || undefined}>
                <div className={styles.cell}>
                  {days[place]?.map((shift) => (
                    <Shift key={shift.id} shift={shift} onEdit={onEdit} />
                  ))}
                  {onAdd !== null && (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={32}
                      className={styles.add}
                      aria-label={t('staff.plan.addFor', { name, day: format.dayWithWeekday(day) })}
                      onClick={() => onAdd(personId, day)}
                    >
                      <IconPlus size={18} aria-hidden="true" />
                    </ActionIcon>
                  )}
                </div>
              </td>
            ))}
            <td className={`${styles.sum} figures`}>{minutes === 0 ? '–' : hoursWords(minutes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Shift({ shift, onEdit }: { shift: PlannedShift; onEdit: WeekTableProps['onEdit'] }) {
  const words = (
    <>
      <span className="figures">{hoursOf(shift)}</span>
      {shift.note !== '' && <span className={styles.note}>{shift.note}</span>}
    </>
  );
  if (onEdit === null) return <div className={styles.shift}>{words}</div>;
  return (
    <UnstyledButton className={styles.shift} onClick={() => onEdit(shift)}>
      {words}
    </UnstyledButton>
  );
}
