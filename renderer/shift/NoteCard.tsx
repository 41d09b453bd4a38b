/** One note of the shift notebook: its words, whose they are, and who has read them. */
import { Badge, Button } from '@mantine/core';
import { IconCheck, IconPin, IconPinnedOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { shiftNoteSchema } from '../../shared/shift/notebookContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './Notes.module.css';

export type ShiftNote = z.output<typeof shiftNoteSchema>;

export function NoteCard({ note, children }: { note: ShiftNote; children?: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const readBy = note.readBy.map(({ personName }) => personName);
  return (
    <article className={`${styles.note} ${note.isUnread ? styles.unread : ''}`}>
      <div className={styles.head}>
        <strong>{note.writtenByName}</strong>
        <span className="muted">
          {format.moment(note.writtenAt)} · {t('shift.numbered', { number: note.shiftNumber })}
        </span>
        {note.isPinned && <Badge leftSection={<IconPin size={14} />}>{t('shift.notebook.pinned')}</Badge>}
      </div>
      <p className={styles.words}>{note.text}</p>
      <div className={styles.head}>
        <span className="muted">
          {readBy.length === 0
            ? t('shift.notebook.readByNobody')
            : t('shift.notebook.readBy', { names: format.list(readBy) })}
        </span>
        <span className={styles.buttons}>{children}</span>
      </div>
    </article>
  );
}

/** Says that one has read a note; shown as long as it waits. */
export function ReadButton({ note }: { note: ShiftNote }) {
  const { t } = useTranslation();
  const read = useIntention(api.shift.readNotes);
  if (!note.isUnread) return null;
  return (
    <>
      <ErrorAnswer error={read.error} />
      <Button
        size="compact-md"
        mih={36}
        variant="light"
        leftSection={<IconCheck size={18} aria-hidden="true" />}
        loading={read.isSending}
        onClick={() => void read.send({ noteIds: [note.id] })}
      >
        {t('shift.notebook.haveRead')}
      </Button>
    </>
  );
}

/** For the owner: a pinned note stays on top and waits for everybody. */
export function PinButton({ note }: { note: ShiftNote }) {
  const { t } = useTranslation();
  const mayPin = useMay('shift.pinNotes');
  const pin = useIntention(api.shift.pinNote);
  if (!mayPin) return null;
  return (
    <>
      <ErrorAnswer error={pin.error} />
      <Button
        size="compact-md"
        mih={36}
        variant="subtle"
        leftSection={
          note.isPinned ? (
            <IconPinnedOff size={18} aria-hidden="true" />
          ) : (
            <IconPin size={18} aria-hidden="true" />
          )
        }
        loading={pin.isSending}
        onClick={() => void pin.send({ noteId: note.id, isPinned: !note.isPinned })}
      >
        {t(note.isPinned ? 'shift.notebook.unpin' : 'shift.notebook.pin')}
      </Button>
    </>
  );
}
