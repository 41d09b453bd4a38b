/** The owner writes a checklist: items in up to three languages, in the order in which they are done. */
import { ActionIcon, Button, Drawer } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChecklistMoment, mostChecklistItems } from '../../shared/shift/checklistContract.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import styles from './Checklists.module.css';
import { type ChecklistRow, movedRow, rowsToSave } from './checklistDraft.ts';

export interface ChecklistEditorProps {
  readonly moment: ChecklistMoment;
  readonly rows: readonly ChecklistRow[];
  readonly onClose: () => void;
}

export function ChecklistEditor({ moment, rows, onClose }: ChecklistEditorProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={t(`shift.checklist.moment.${moment}`)}
    >
      <EditForm moment={moment} rows={rows} onClose={onClose} />
    </Drawer>
  );
}

function EditForm({ moment, rows: first, onClose }: ChecklistEditorProps) {
  const { t } = useTranslation();
  const [rows, setRows] = useState(first.length > 0 ? first : [newRow()]);
  const save = useIntention(api.shift.saveChecklist);
  const send = async () => {
    const items = rowsToSave(rows).map(({ id, name }) => ({ id, name: { ...name } }));
    const answer = await save.send({ moment, items });
    if (answer.ok) onClose();
  };
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={send} onCancel={onClose}>
      <div className={styles.rows}>
        {rows.map((row, place) => (
          <div key={row.id} className={styles.row}>
            <LocalTextField
              label={t('shift.checklist.item', { number: place + 1 })}
              text={row.name}
              onChange={(name) => setRows(rows.map((each) => (each.id === row.id ? { ...row, name } : each)))}
            />
            <RowButtons
              place={place}
              count={rows.length}
              onMove={(step) => setRows(movedRow(rows, row.id, step))}
              onRemove={() => setRows(rows.filter(({ id }) => id !== row.id))}
            />
          </div>
        ))}
      </div>
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden="true" />}
          disabled={rows.length >= mostChecklistItems}
          onClick={() => setRows([...rows, newRow()])}
        >
          {t('shift.checklist.add')}
        </Button>
      </div>
    </SaveForm>
  );
}

const newRow = (): ChecklistRow => ({ id: newIntentionId(), name: {} });

interface RowButtonsProps {
  readonly place: number;
  readonly count: number;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

function RowButtons({ place, count, onMove, onRemove }: RowButtonsProps) {
  const { t } = useTranslation();
  const number = place + 1;
  return (
    <div className={styles.rowButtons}>
      <ActionIcon
        size={36}
        aria-label={t('shift.checklist.up', { number })}
        disabled={place === 0}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={18} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        size={36}
        aria-label={t('shift.checklist.down', { number })}
        disabled={number === count}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={18} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon size={36} aria-label={t('shift.checklist.remove', { number })} onClick={onRemove}>
        <IconTrash size={18} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
