/** Challenges with a term: what is asked, what it brings, who has reached it; ended by hand where it must be. */
import { Badge, Button } from '@mantine/core';
import { IconPlus, IconTargetArrow } from '@tabler/icons-react';
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
import { ChallengeDrawer } from './ChallengeDrawer.tsx';
import { type Challenge, ChallengeReached } from './ChallengeReached.tsx';
import { challengeState } from './challengeDraft.ts';
import styles from './GameForm.module.css';
import { useGameWords } from './gameWords.ts';
import { LoyaltyTabs } from './LoyaltyTabs.tsx';
import { NamesOfScopes } from './NamesOfScopes.tsx';

export function ChallengesPage() {
  const { t } = useTranslation();
  const mayChange = useMay('loyalty.changeProgramme');
  const { data, error } = useTill(api.loyalty.challenges, {});
  const [edited, setEdited] = useState<Challenge | 'new' | null>(null);
  const [shownId, setShown] = useState<string | null>(null);
  const shown = data?.challenges.find(({ challengeId }) => challengeId === shownId) ?? null;
  const add = mayChange && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setEdited('new')}>
      {t('loyalty.challenges.add')}
    </Button>
  );
  return (
    <>
      <LoyaltyTabs open="challenges">{add}</LoyaltyTabs>
      <ErrorAnswer error={error} />
      {data?.challenges.length === 0 && (
        <EmptyState
          icon={<IconTargetArrow size={48} />}
          title={t('loyalty.challenges.empty')}
          hint={t('loyalty.challenges.emptyHint')}
          action={add}
        />
      )}
      <NamesOfScopes scopes={[]}>
        {data !== undefined && data.challenges.length > 0 && (
          <ChallengeTable challenges={data.challenges} onOpen={({ challengeId }) => setShown(challengeId)} />
        )}
        <ChallengeReached
          challenge={shown}
          onEdit={() => {
            setEdited(shown);
            setShown(null);
          }}
          onClose={() => setShown(null)}
        />
        <ChallengeDrawer edited={edited} onClose={() => setEdited(null)} />
      </NamesOfScopes>
    </>
  );
}

interface ChallengeTableProps {
  readonly challenges: readonly Challenge[];
  readonly onOpen: (challenge: Challenge) => void;
}

const colours = { upcoming: 'teal', running: 'green', over: 'gray', ended: 'gray' } as const;

export function ChallengeBadge({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const state = challengeState(challenge, today);
  return <Badge color={colours[state]}>{t(`loyalty.challenges.state.${state}`)}</Badge>;
}

function ChallengeTable({ challenges, onOpen }: ChallengeTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const { challengeSentence } = useGameWords();
  const columns: readonly Column<Challenge>[] = [
    {
      key: 'name',
      header: t('common.name'),
      cell: (challenge) => (
        <div className={styles.cell}>
          <div className={styles.name}>
            {textIn(challenge.name, language)}
            <ChallengeBadge challenge={challenge} />
          </div>
          <div className={styles.under}>{challengeSentence(challenge)}</div>
        </div>
      ),
    },
    {
      key: 'days',
      header: t('loyalty.games.days'),
      width: 230,
      cell: ({ from, to }) => format.dayRange(from, to),
    },
    {
      key: 'reached',
      header: t('loyalty.challenges.reached'),
      isFigure: true,
      width: 130,
      cell: ({ reached }) => format.number(reached),
    },
  ];
  return (
    <DataTable
      label={t('loyalty.tab.challenges')}
      columns={columns}
      rows={challenges}
      rowKey={({ challengeId }) => challengeId}
      onRow={onOpen}
      empty={null}
    />
  );
}
