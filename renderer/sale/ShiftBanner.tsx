/** Between two sales: a shift that somebody forgot to close, and notes that wait to be read. Selling goes on all the same. */
import { IconCalendarExclamation, IconNotebook } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { useRefusalWords } from '../ui/ErrorAnswer.tsx';
import styles from './Notices.module.css';
import { useSelling } from './selling.ts';

/** A basket with goods needs the room, and its customer the attention: until the next pause nothing is shown. */
export function ShiftBanner() {
  const { basket, payment } = useSelling();
  const isBusy = (basket?.lines.length ?? 0) > 0 || payment.isOpen;
  if (isBusy) return null;
  return (
    <>
      <ForgottenShift />
      <WaitingNote />
    </>
  );
}

function ForgottenShift() {
  const { t } = useTranslation();
  const format = useFormat();
  const mayClose = useMay('shift.close');
  const shift = useTill(api.shift.current, {}).data?.shift ?? null;
  if (shift === null || !shift.isForgotten) return null;
  return (
    <section className={`${styles.strip} ${styles.info}`}>
      <IconCalendarExclamation size={24} aria-hidden="true" />
      <span className={styles.words}>
        {t('sale.shift.forgotten', { day: format.dayAndMonth(shift.businessDay) })}
      </span>
      {mayClose && (
        <a className={styles.button} href="#/shift/close" tabIndex={-1}>
          {t('shift.close')}
        </a>
      )}
    </section>
  );
}

/** The oldest first, one at a time: read, then the next. */
function WaitingNote() {
  const { t } = useTranslation();
  const format = useFormat();
  const mayRead = useMay('shift.notes');
  const wordsOf = useRefusalWords();
  const notes = useTill(api.shift.unreadNotes, {}).data?.notes ?? [];
  const read = useIntention(api.shift.readNotes);
  const [note] = notes;
  if (note === undefined) return null;
  return (
    <section className={`${styles.strip} ${styles.info}`} aria-label={t('shift.notebook.waiting')}>
      <IconNotebook size={24} aria-hidden="true" />
      <span className={styles.words}>
        <strong>
          {note.writtenByName}, {format.moment(note.writtenAt)}
          {notes.length > 1 && ` · ${t('sale.shift.notes', { count: notes.length })}`}
        </strong>
        <br />
        {note.text}
        {read.error !== null && <em role="alert"> {wordsOf(read.error)}</em>}
      </span>
      {mayRead && (
        <button
          type="button"
          className={styles.button}
          tabIndex={-1}
          disabled={read.isSending}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => void read.send({ noteIds: [note.id] })}
        >
          {t('shift.notebook.haveRead')}
        </button>
      )}
    </section>
  );
}
