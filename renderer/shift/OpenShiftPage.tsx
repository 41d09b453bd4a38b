/** Before the first sale of a shift: the counted float, what the last shift left to say, and whether the till is ready. */
import { Button, Paper, Stack, Title } from '@mantine/core';
import { IconCashRegister } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { CashCount } from './CashCount.tsx';
import { noSum, notesOf } from './cashTyped.ts';
import { NoteCard, ReadButton } from './NoteCard.tsx';
import { ReadinessList } from './ReadinessList.tsx';
import { ShiftTabs } from './ShiftTabs.tsx';
import styles from './shift.module.css';
import { TickList } from './TickList.tsx';

export interface OpenShiftPageProps {
  /** What the drawer held at the end of the shift before, null before the first. */
  lastCountedSom: number | null;
  /** On the page of the shift, with its neighbours; not in the place of the sell screen. */
  hasTabs?: boolean;
}

export function OpenShiftPage({ lastCountedSom, hasTabs = false }: OpenShiftPageProps) {
  const { t } = useTranslation();
  return (
    <>
      {hasTabs ? (
        <ShiftTabs open="now" title={t('shift.open')} note={t('shift.openNote')} />
      ) : (
        <PageHeader title={t('shift.open')} note={t('shift.openNote')} />
      )}
      <div className={styles.columns}>
        <Stack gap="md">
          <FloatForm lastCountedSom={lastCountedSom} />
          <Readiness />
        </Stack>
        <Stack gap="md">
          <WaitingNotes />
          <OpeningList />
        </Stack>
      </div>
    </>
  );
}

function FloatForm({ lastCountedSom }: { lastCountedSom: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const open = useIntention(api.shift.open);
  const [typed, setTyped] = useState(noSum);
  const [isTried, setTried] = useState(false);
  async function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (typed.sumSom === null) return;
    await open.send({ floatSom: typed.sumSom, notes: notesOf(typed)?.slice() ?? null });
  }
  return (
    <Paper component="form" onSubmit={(event) => void send(event)} noValidate>
      <Stack gap="lg">
        <CashCount
          label={t('shift.float')}
          description={
            lastCountedSom === null
              ? t('shift.floatHint')
              : t('shift.floatLast', { sum: format.som(lastCountedSom) })
          }
          typed={typed}
          error={isTried && typed.sumSom === null ? t('ui.field.required') : undefined}
          onChange={setTyped}
        />
        <ErrorAnswer error={open.error} />
        <Button
          type="submit"
          size="lg"
          leftSection={<IconCashRegister size={24} aria-hidden="true" />}
          loading={open.isSending}
        >
          {t('shift.open')}
        </Button>
      </Stack>
    </Paper>
  );
}

/** What the last shift left to say: read before the first customer comes. */
function WaitingNotes() {
  const { t } = useTranslation();
  const mayRead = useMay('shift.notes');
  const notes = useTill(api.shift.unreadNotes, {}).data?.notes ?? [];
  if (notes.length === 0) return null;
  return (
    <section className={styles.notes} aria-label={t('shift.notebook.waiting')}>
      <Title order={2}>{t('shift.notebook.waiting')}</Title>
      {notes.map((note) => (
        <NoteCard key={note.id} note={note}>
          {mayRead && <ReadButton note={note} />}
        </NoteCard>
      ))}
    </section>
  );
}

function OpeningList() {
  const { t } = useTranslation();
  const list = useTill(api.shift.checklists, {}).data?.lists.find(({ moment }) => moment === 'opening');
  if (list === undefined || list.items.length === 0) return null;
  return (
    <Paper>
      <Title order={2}>{t('shift.checklist.moment.opening')}</Title>
      <TickList list={list} isShiftOpen={false} />
    </Paper>
  );
}

function Readiness() {
  const { t } = useTranslation();
  const readiness = useTill(api.shop.readiness, {});
  return (
    <Paper>
      <Title order={2} mb="sm">
        {t('shift.readiness')}
      </Title>
      <ErrorAnswer error={readiness.error} />
      {readiness.data !== undefined && <ReadinessList checks={readiness.data.checks} />}
    </Paper>
  );
}
