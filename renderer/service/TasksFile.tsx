/** The button that saves tasks as a file. */
import { useTranslation } from 'react-i18next';
import type { Task } from '../../shared/service/taskContract.ts';
import { useFormat } from '../app/language.ts';
import { SaveList, type SaveListProps } from '../app/SaveList.tsx';
import { useTaskWords } from './taskWords.ts';

export function SaveTasks({ rows }: Pick<SaveListProps<Task>, 'rows'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { titleOf, phoneOf } = useTaskWords();
  return (
    <SaveList<Task>
      what="tasks"
      name={t('service.tab.tasks')}
      rows={rows}
      columns={[
        { header: t('service.task.dueOn'), value: ({ dueOn }) => format.day(dueOn) },
        { header: t('service.task.one'), value: titleOf },
        { header: t('customer.customer'), value: ({ customer }) => customer?.name ?? '' },
        { header: t('common.phone'), value: phoneOf },
        { header: t('service.task.words'), value: ({ words }) => words },
        { header: t('service.task.person'), value: ({ person }) => person?.name ?? '' },
        {
          header: t('service.task.outcome'),
          value: ({ result }) => (result === null ? '' : t(`service.task.result.${result}`)),
        },
        { header: t('service.task.note'), value: ({ resultWords }) => resultWords },
        { header: t('service.task.doneBy'), value: ({ closedByName }) => closedByName ?? '' },
      ]}
    />
  );
}
