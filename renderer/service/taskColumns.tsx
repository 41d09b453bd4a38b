/** The columns of lists of tasks. */
import { ActionIcon } from '@mantine/core';
import { IconCalendarUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TryResult } from '../../shared/service/task.ts';
import type { Task } from '../../shared/service/taskContract.ts';
import { useFormat } from '../app/language.ts';
import { useMay, useSession } from '../app/session.tsx';
import { minuteWritten } from '../app/typedMinute.ts';
import type { Column } from '../ui/DataTable.tsx';
import { TaskResults } from './TaskResults.tsx';
import { useTaskWords } from './taskWords.ts';
import styles from './wanted.module.css';

/** With `isOpen` each row has the buttons that end it; else what came of it. */
export function useTaskColumns(
  isOpen: boolean,
  onResult: (task: Task, result: TryResult) => void,
  onMove: (task: Task) => void,
): readonly Column<Task>[] {
  const { t } = useTranslation();
  const mayPlan = useMay('service.planTasks');
  const ownId = useSession().person.id;
  const last: Column<Task> = isOpen
    ? {
        key: 'acts',
        header: '',
        width: 'min(560px, 46vw)',
        cell: (task) => (
          <span className={styles.acts}>
            <TaskResults task={task} onResult={(result) => onResult(task, result)} />
            {(mayPlan || task.person === null || task.person.personId === ownId) && (
              <ActionIcon
                aria-label={t('service.task.move')}
                title={t('service.task.move')}
                onClick={() => onMove(task)}
              >
                <IconCalendarUser size={22} aria-hidden="true" />
              </ActionIcon>
            )}
          </span>
        ),
      }
    : {
        key: 'result',
        header: t('service.task.outcome'),
        width: 300,
        cell: (task) => <Outcome task={task} />,
      };
  return [
    { key: 'due', header: t('service.task.dueOn'), width: 120, cell: (task) => <Due task={task} /> },
    { key: 'what', header: t('service.task.one'), cell: (task) => <What task={task} /> },
    last,
  ];
}

function Due({ task }: { task: Task }) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useSession().shop.businessDay;
  return (
    <span className={task.isOverdue ? `${styles.due} ${styles.late}` : styles.due}>
      <span className="figures">
        {[
          format.relativeDay(task.dueOn, today),
          ...(task.dueMinute === null ? [] : [minuteWritten(task.dueMinute)]),
        ].join(' ')}
      </span>
      {task.tries > 0 && task.result === null && (
        <span className="muted">{t('service.task.tries', { count: task.tries })}</span>
      )}
    </span>
  );
}

function What({ task }: { task: Task }) {
  const { t } = useTranslation();
  const { titleOf, aboutOf } = useTaskWords();
  const { customer, person } = task;
  const about = aboutOf(task);
  return (
    <span className={styles.due}>
      <span>
        <strong>{titleOf(task)}</strong>
        {customer !== null && (
          <>
            {' · '}
            <a className={styles.link} href={`#/customers/${customer.customerId}`}>
              {customer.name || t('customer.noName')}
            </a>
          </>
        )}
      </span>
      {about !== '' && <span className={styles.about}>{about}</span>}
      <span className="muted">
        {person?.name ?? t('service.task.anybody')}
        {task.wantsNoCalls && <span className={styles.late}> · {t('service.task.wantsNoCalls')}</span>}
      </span>
    </span>
  );
}

function Outcome({ task }: { task: Task }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={styles.due}>
      <strong>{task.result === null ? '–' : t(`service.task.result.${task.result}`)}</strong>
      {task.resultWords !== '' && <span>{task.resultWords}</span>}
      <span className="muted figures">
        {[task.closedByName ?? '', task.closedAt === null ? '' : format.moment(task.closedAt)]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </span>
  );
}
