/** Everybody who takes part in a contest, by place or by what counts so far; the jury writes its points here. */
import { ActionIcon, Group } from '@mantine/core';
import { IconPencil, IconTrophy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import { type Contest, type ContestEntry, countOf } from './contestDraft.ts';
import styles from './GameForm.module.css';

export interface ContestEntriesProps {
  readonly contest: Contest;
  readonly entries: readonly ContestEntry[];
  readonly onEdit: (entry: ContestEntry) => void;
}

export function ContestEntries({ contest, entries, onEdit }: ContestEntriesProps) {
  const { t } = useTranslation();
  const judge = useIntention(api.loyalty.judgeEntry);
  const mayJudge = useMay('loyalty.contest');
  const columns = useColumns(contest);
  const isOpen = contest.state === 'open';
  const counted: Column<ContestEntry> = {
    key: 'count',
    header: t(`loyalty.contests.count.${contest.kind}`),
    isFigure: true,
    width: 140,
    cell: (entry) =>
      isOpen && contest.kind === 'photo' && mayJudge ? (
        <PointsInput
          key={entry.entryId}
          entry={entry}
          onJudge={(points) => void judge.send({ entryId: entry.entryId, points })}
        />
      ) : (
        <Counted contest={contest} entry={entry} />
      ),
  };
  const edit: Column<ContestEntry> = {
    key: 'edit',
    header: '',
    width: 60,
    cell: (entry) => (
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('loyalty.contests.editEntry', { name: entry.name })}
        onClick={() => onEdit(entry)}
      >
        <IconPencil size={20} aria-hidden="true" />
      </ActionIcon>
    ),
  };
  return (
    <>
      <ErrorAnswer error={judge.error} />
      <DataTable
        label={t('loyalty.contests.entries')}
        columns={[...columns, counted, ...(isOpen ? [edit] : [])]}
        rows={entries}
        rowKey={({ entryId }) => entryId}
        empty={
          <EmptyState
            icon={<IconTrophy size={48} />}
            title={t('loyalty.contests.noEntries')}
            hint={t('loyalty.contests.noEntriesHint')}
          />
        }
      />
    </>
  );
}

function Counted({ contest, entry }: { contest: Contest; entry: ContestEntry }) {
  const format = useFormat();
  const count = countOf(contest.kind, entry);
  return count === null ? '–' : format.number(count);
}

/** Points are sent when the field is left or Enter is pressed, so that a jury goes down the list with two keys. */
function PointsInput({ entry, onJudge }: { entry: ContestEntry; onJudge: (points: number) => void }) {
  const { t } = useTranslation();
  const [points, setPoints] = useState(entry.points);
  const send = () => {
    if (points !== null && points !== entry.points) onJudge(points);
  };
  return (
    <WholeInput
      aria-label={t('loyalty.contests.pointsOf', { name: entry.name })}
      value={points}
      onChange={(typed) => setPoints(typed === null ? null : Math.min(typed, 1000))}
      onBlur={send}
      onKeyDown={(event) => event.key === 'Enter' && send()}
    />
  );
}

function useColumns({ state }: Contest): readonly Column<ContestEntry>[] {
  const { t } = useTranslation();
  const place: Column<ContestEntry> = {
    key: 'place',
    header: t('loyalty.games.place'),
    isFigure: true,
    width: 80,
    cell: (entry) => entry.place ?? '–',
  };
  return [
    ...(state === 'closed' ? [place] : []),
    {
      key: 'name',
      header: t('loyalty.games.customer'),
      cell: ({ customerId, name, note, prize, isShown }) => (
        <div className={styles.cell}>
          <Group gap="sm" className={styles.name}>
            <Link className={styles.link} to="/customers/$customerId" params={{ customerId }}>
              {name}
            </Link>
            {prize !== null && <span>{prize}</span>}
          </Group>
          <div className={styles.under}>
            {[note, isShown ? '' : t('loyalty.contests.notShown')].filter((part) => part !== '').join(' · ')}
          </div>
        </div>
      ),
    },
  ];
}
