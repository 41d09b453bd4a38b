/** Contests by merit: photos, guesses, most stamps; which run, how many take part, which wait to be closed. */
import { Badge, Button } from '@mantine/core';
import { IconPlus, IconTrophy } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMay, useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { ContestDrawer } from './ContestDrawer.tsx';
import { type Contest, contestColours, contestState } from './contestDraft.ts';
import styles from './GameForm.module.css';
import { LoyaltyTabs } from './LoyaltyTabs.tsx';
import { prizesInWords } from './prizeRows.ts';

type Listed = Contest & { readonly entries: number };

export function ContestsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayChange = useMay('loyalty.contest');
  const { data, error } = useTill(api.loyalty.contests, {});
  const [isNew, setNew] = useState(false);
  const columns = useColumns();
  const add = mayChange && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setNew(true)}>
      {t('loyalty.contests.add')}
    </Button>
  );
  return (
    <>
      <LoyaltyTabs open="contests">{add}</LoyaltyTabs>
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <DataTable
          label={t('loyalty.tab.contests')}
          columns={columns}
          rows={data.contests}
          rowKey={({ contestId }) => contestId}
          onRow={({ contestId }) => void navigate({ to: `/loyalty/contests/${contestId}` })}
          empty={
            <EmptyState
              icon={<IconTrophy size={48} />}
              title={t('loyalty.contests.empty')}
              hint={t('loyalty.contests.emptyHint')}
              action={add}
            />
          }
        />
      )}
      <ContestDrawer edited={isNew ? 'new' : null} onClose={() => setNew(false)} />
    </>
  );
}

export function ContestBadge({ contest }: { contest: Pick<Contest, 'state' | 'from' | 'to'> }) {
  const { t } = useTranslation();
  const state = contestState(contest, useSession().shop.businessDay);
  return <Badge color={contestColours[state]}>{t(`loyalty.contests.state.${state}`)}</Badge>;
}

function useColumns(): readonly Column<Listed>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  return [
    {
      key: 'name',
      header: t('common.name'),
      cell: (contest) => (
        <div className={styles.cell}>
          <div className={styles.name}>
            {textIn(contest.name, language)}
            <ContestBadge contest={contest} />
          </div>
          <div className={styles.under}>{prizesInWords(contest.prizes)}</div>
        </div>
      ),
    },
    {
      key: 'kind',
      header: t('loyalty.contests.kindLabel'),
      width: 190,
      cell: ({ kind }) => t(`loyalty.contests.kind.${kind}`),
    },
    {
      key: 'days',
      header: t('loyalty.games.days'),
      width: 230,
      cell: ({ from, to }) => format.dayRange(from, to),
    },
    {
      key: 'entries',
      header: t('loyalty.contests.entries'),
      isFigure: true,
      width: 110,
      cell: ({ entries }) => format.number(entries),
    },
  ];
}
