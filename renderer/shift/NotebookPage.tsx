/** The shift notebook: what one shift leaves to the next, in words. */
import { Button, Paper, Textarea } from '@mantine/core';
import { IconNotebook, IconSend } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestNote } from '../../shared/shift/notebookContract.ts';
import { api } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { useIntention } from '../app/useTill.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { NoteCard, PinButton, ReadButton } from './NoteCard.tsx';
import styles from './Notes.module.css';
import { ShiftTabs } from './ShiftTabs.tsx';

export function NotebookPage() {
  const { t } = useTranslation();
  const mayWrite = useMay('shift.notes');
  const list = usePages(api.shift.notes, {}, 50);
  const notes = list.pages.flatMap((page) => page.notes);
  return (
    <>
      <ShiftTabs open="notebook" title={t('shift.notebook.title')} note={t('shift.notebook.about')} />
      <div className={styles.list}>
        {mayWrite && <WriteNote />}
        <ErrorAnswer error={list.error} />
        {notes.map((note) => (
          <NoteCard key={note.id} note={note}>
            {mayWrite && <ReadButton note={note} />}
            <PinButton note={note} />
          </NoteCard>
        ))}
        {notes.length === 0 && !list.isLoading && (
          <EmptyState
            icon={<IconNotebook size={48} />}
            title={t('shift.notebook.empty')}
            hint={t('shift.notebook.emptyHint')}
          />
        )}
        {list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
      </div>
    </>
  );
}

/** A note is one paragraph: Enter sends it, and a text that was pasted in lines becomes one. */
function WriteNote() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const write = useIntention(api.shift.writeNote);
  const send = async () => {
    if (text.trim() === '') return;
    const answer = await write.send({ text: text.trim() });
    if (answer.ok) setText('');
  };
  const hear = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <Paper component="form" onSubmit={submit}>
      <div className={styles.write}>
        <Textarea
          label={t('shift.notebook.write')}
          size="md"
          autoFocus
          autosize
          minRows={1}
          maxRows={5}
          maxLength={longestNote}
          value={text}
          onChange={(event) => setText(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
          onKeyDown={hear}
        />
        <Button
          type="submit"
          leftSection={<IconSend size={20} aria-hidden="true" />}
          loading={write.isSending}
          disabled={text.trim() === ''}
        >
          {t('shift.notebook.send')}
        </Button>
      </div>
      <ErrorAnswer error={write.error} />
    </Paper>
  );
}
