/** The day list: mine today, what is late, everything; each task ends by one key. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconChecklist, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TryResult } from '../../shared/service/task.ts';
import { type Task, taskLists } from '../../shared/service/taskContract.ts';
import { api } from '../app/api.ts';
import { everyPage } from '../app/SaveList.tsx';
import { useMay } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { useDialogKeys } from '../sale/useDialogKeys.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { ServiceTabs } from './ServiceTabs.tsx';
import { MoveTaskDialog, NewTaskDialog } from './TaskDialog.tsx';
import { TaskFigures } from './TaskFigures.tsx';
import { TaskGroupDialog } from './TaskGroupDialog.tsx';
import { resultOfKey, TaskNote } from './TaskResults.tsx';
import { SaveTasks } from './TasksFile.tsx';
import { useTaskColumns } from './taskColumns.tsx';

type List = (typeof taskLists)[number] | 'figures';
type Question =
  | { readonly kind: 'new' | 'group' }
  | { readonly kind: 'move'; readonly task: Task }
  | { readonly kind: 'result'; readonly task: Task; readonly result: TryResult };

export function TasksPage() {
  const { t } = useTranslation();
  const [list, setList] = useState<List>('mine');
  const [question, ask] = useState<Question | null>(null);
  const mayPlan = useMay('service.planTasks');
  const maySeeFigures = useMay('service.figures');
  const lists: readonly List[] = [...taskLists, ...(maySeeFigures ? (['figures'] as const) : [])];
  return (
    <>
      <ServiceTabs open="tasks">
        {list !== 'figures' && (
          <SaveTasks rows={() => everyPage(api.service.tasks, { list }, (page) => page.tasks)} />
        )}
        {mayPlan && (
          <Button
            variant="default"
            leftSection={<IconUsersGroup size={20} aria-hidden="true" />}
            onClick={() => ask({ kind: 'group' })}
          >
            {t('service.task.fromGroup')}
          </Button>
        )}
        <NewButton onNew={() => ask({ kind: 'new' })} />
      </ServiceTabs>
      <ListSwitch lists={lists} list={list} onList={setList} />
      {list === 'figures' ? <TaskFigures /> : <TaskList key={list} list={list} onAsk={ask} />}
      <TaskQuestion question={question} onClose={() => ask(null)} />
    </>
  );
}

function NewButton({ onNew }: { onNew: () => void }) {
  const { t } = useTranslation();
  if (!useMay('service.task')) return null;
  return (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={onNew}>
      {t('service.task.new')}
    </Button>
  );
}

interface ListSwitchProps {
  readonly lists: readonly List[];
  readonly list: List;
  readonly onList: (list: List) => void;
}

function ListSwitch({ lists, list, onList }: ListSwitchProps) {
  const { t } = useTranslation();
  const counts = usePages(api.service.tasks, { list: 'mine' }).pages[0]?.counts;
  const countOf = (value: List) => (value === 'closed' || value === 'figures' ? 0 : (counts?.[value] ?? 0));
  return (
    <Group>
      <SegmentedControl
        aria-label={t('service.task.list.label')}
        style={{ flex: 'none' }}
        data={lists.map((value) => ({
          value,
          label: [t(`service.task.list.${value}`), ...(countOf(value) > 0 ? [countOf(value)] : [])].join(
            ' · ',
          ),
        }))}
        value={list}
        onChange={onList}
      />
    </Group>
  );
}

function TaskQuestion({ question, onClose }: { question: Question | null; onClose: () => void }) {
  switch (question?.kind) {
    case undefined:
      return null;
    case 'new':
      return <NewTaskDialog onClose={onClose} />;
    case 'group':
      return <TaskGroupDialog onClose={onClose} />;
    case 'move':
      return <MoveTaskDialog task={question.task} onClose={onClose} />;
    case 'result':
      return <TaskNote task={question.task} result={question.result} onClose={onClose} />;
  }
}

interface TaskListProps {
  readonly list: (typeof taskLists)[number];
  readonly onAsk: (question: Question) => void;
}

/** The arrows mark a row, a figure ends its task. */
function TaskList({ list, onAsk }: TaskListProps) {
  const { t } = useTranslation();
  const mayAct = useMay('service.task');
  const found = usePages(api.service.tasks, { list });
  const tasks = found.pages.flatMap((page) => page.tasks);
  const [markedId, mark] = useState<string | null>(null);
  const marked = tasks.find(({ taskId }) => taskId === markedId) ?? tasks[0] ?? null;
  const isOpen = list !== 'closed' && mayAct;
  const columns = useTaskColumns(
    isOpen,
    (task, result) => onAsk({ kind: 'result', task, result }),
    (task) => onAsk({ kind: 'move', task }),
  );
  useDialogKeys((event, isTyping) => {
    const isElsewhere = isTyping || document.querySelector('[role="dialog"]') !== null;
    if (marked === null || isElsewhere || event.altKey || event.ctrlKey) return false;
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      mark(tasks[tasks.indexOf(marked) + step]?.taskId ?? marked.taskId);
      return true;
    }
    const result = resultOfKey(marked, event);
    if (result === null) return false;
    onAsk({ kind: 'result', task: marked, result });
    return true;
  }, isOpen);
  return (
    <>
      <ErrorAnswer error={found.error} />
      {!found.isLoading && (
        <DataTable<Task>
          label={t('service.tab.tasks')}
          columns={columns}
          rows={tasks}
          rowKey={({ taskId }) => taskId}
          onRow={({ taskId }) => mark(taskId)}
          isSelected={({ taskId }) => isOpen && taskId === marked?.taskId}
          footer={found.hasMore && <MoreRows isLoading={found.isLoadingMore} onMore={found.loadMore} />}
          empty={
            <EmptyState
              icon={<IconChecklist size={48} />}
              title={t(`service.task.none.${list}`)}
              hint={t('service.task.noneHint')}
            />
          }
        />
      )}
    </>
  );
}
