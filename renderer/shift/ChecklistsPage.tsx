/** The checklists for opening, service and closing: ticked in each shift, written by the owner. */
import { ActionIcon, Badge, Button, Paper, Title } from '@mantine/core';
import { IconListCheck, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistMoment } from '../../shared/shift/checklistContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { ChecklistEditor } from './ChecklistEditor.tsx';
import styles from './Checklists.module.css';
import { type Checklist, countOf } from './checklist.ts';
import { type ChecklistRow, suggestedRows } from './checklistDraft.ts';
import { ShiftTabs } from './ShiftTabs.tsx';
import { TickList } from './TickList.tsx';

/** So that only lists kept whole are 100 %. */
const wholePercent = (basisPoints: number) => Math.floor(basisPoints / 100) * 100;

interface Edited {
  readonly moment: ChecklistMoment;
  readonly rows: readonly ChecklistRow[];
}

export function ChecklistsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const mayChange = useMay('shift.changeChecklists');
  const { data, error } = useTill(api.shift.checklists, {});
  const [edited, setEdited] = useState<Edited | null>(null);
  const kept = data?.keptBasisPoints ?? null;
  return (
    <>
      <ShiftTabs
        open="checklists"
        title={t('shift.checklist.title')}
        note={
          kept === null
            ? t('shift.checklist.about')
            : t('shift.checklist.kept', { share: format.percent(wholePercent(kept)) })
        }
      />
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <div className={styles.columns}>
          {data.lists.map((list) => (
            <OneList
              key={list.moment}
              list={list}
              isShiftOpen={data.isShiftOpen}
              onEdit={mayChange ? (rows) => setEdited({ moment: list.moment, rows }) : null}
            />
          ))}
        </div>
      )}
      {edited !== null && <ChecklistEditor {...edited} onClose={() => setEdited(null)} />}
    </>
  );
}

interface OneListProps {
  readonly list: Checklist;
  readonly isShiftOpen: boolean;
  /** Null for who may not change the lists. */
  readonly onEdit: ((rows: readonly ChecklistRow[]) => void) | null;
}

function OneList({ list, isShiftOpen, onEdit }: OneListProps) {
  const { t } = useTranslation();
  const { ticked, items } = countOf(list);
  const name = t(`shift.checklist.moment.${list.moment}`);
  return (
    <Paper component="section" aria-label={name}>
      <div className={styles.head}>
        <Title order={2}>{name}</Title>
        {items > 0 && (
          <Badge className={styles.count} color={ticked === items ? 'green' : 'gray'}>
            {t('shift.checklist.count', { ticked, items })}
          </Badge>
        )}
        {onEdit !== null && items > 0 && (
          <ActionIcon
            className={styles.edit}
            aria-label={t('shift.checklist.edit', { name })}
            title={t('common.edit')}
            onClick={() => onEdit(list.items.map(({ id, name: words }) => ({ id, name: words })))}
          >
            <IconPencil size={20} aria-hidden="true" />
          </ActionIcon>
        )}
      </div>
      <TickList list={list} isShiftOpen={isShiftOpen} />
      {items === 0 && <NoItems moment={list.moment} onEdit={onEdit} />}
    </Paper>
  );
}

function NoItems({ moment, onEdit }: { moment: ChecklistMoment; onEdit: OneListProps['onEdit'] }) {
  const { t } = useTranslation();
  if (onEdit === null) return <EmptyState title={t('shift.checklist.empty')} />;
  return (
    <EmptyState
      icon={<IconListCheck size={40} />}
      title={t('shift.checklist.empty')}
      hint={t('shift.checklist.emptyHint')}
      action={
        <>
          <Button onClick={() => onEdit(suggestedRows(moment, newIntentionId))}>
            {t('shift.checklist.suggest')}
          </Button>
          <Button variant="subtle" onClick={() => onEdit([])}>
            {t('shift.checklist.own')}
          </Button>
        </>
      }
    />
  );
}
