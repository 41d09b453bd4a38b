/** One challenge in a drawer: its rule, whoever has reached it and when, and the way to change or to end it. */
import { Button, Drawer, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPencil, IconPlayerStop } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMay, useSession } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { useIntention } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { challengeState } from './challengeDraft.ts';
import styles from './GameForm.module.css';
import { useGameWords } from './gameWords.ts';

type Listed = Extract<Awaited<ReturnType<typeof api.loyalty.challenges>>, { ok: true }>['data'];
export type Challenge = Listed['challenges'][number];

export interface ChallengeReachedProps {
  /** Null: the drawer is shut. */
  challenge: Challenge | null;
  onEdit: () => void;
  onClose: () => void;
}

export function ChallengeReached({ challenge, onEdit, onClose }: ChallengeReachedProps) {
  const language = useLanguage();
  return (
    <Drawer
      opened={challenge !== null}
      onClose={onClose}
      position="right"
      size={640}
      title={challenge === null ? '' : textIn(challenge.name, language)}
    >
      {challenge !== null && (
        <Stack gap="lg">
          <Rule challenge={challenge} />
          <Actions challenge={challenge} onEdit={onEdit} />
          <ReachedList challengeId={challenge.challengeId} />
        </Stack>
      )}
    </Drawer>
  );
}

function Rule({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const { challengeSentence } = useGameWords();
  const badge = challenge.badge === null ? null : textIn(challenge.badge, language);
  return (
    <div>
      <strong>{challengeSentence(challenge)}</strong>
      <div className="muted">
        {format.dayRange(challenge.from, challenge.to)}
        {badge !== null && ` · ${t('loyalty.challenges.badgeIs', { name: badge })}`}
      </div>
    </div>
  );
}

/** Until its last day it may be changed, as far as customers were not told, and ended. */
function Actions({ challenge, onEdit }: { challenge: Challenge; onEdit: () => void }) {
  const { t } = useTranslation();
  const mayChange = useMay('loyalty.changeProgramme');
  const today = useSession().shop.businessDay;
  const [isAsking, setAsking] = useState(false);
  const end = useIntention(api.loyalty.endChallenge);
  const state = challengeState(challenge, today);
  if (!mayChange || state === 'over' || state === 'ended') return null;
  const send = async () => {
    const answer = await end.send({ challengeId: challenge.challengeId });
    setAsking(false);
    if (answer.ok) notifications.show({ message: t('loyalty.challenges.isEnded'), color: 'green' });
  };
  return (
    <Group gap="sm">
      <Button variant="default" leftSection={<IconPencil size={20} aria-hidden="true" />} onClick={onEdit}>
        {t('common.edit')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={20} aria-hidden="true" />}
        onClick={() => setAsking(true)}
      >
        {t('loyalty.challenges.end')}
      </Button>
      <ErrorAnswer error={end.error} />
      <ConfirmDialog
        isOpen={isAsking}
        title={t('loyalty.challenges.endQuestion')}
        action={t('loyalty.challenges.end')}
        isDangerous
        isBusy={end.isSending}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      >
        {t('loyalty.challenges.endEffect')}
      </ConfirmDialog>
    </Group>
  );
}

type Reached = Extract<
  Awaited<ReturnType<typeof api.loyalty.challengeReached>>,
  { ok: true }
>['data']['reached'][number];

function ReachedList({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = usePages(api.loyalty.challengeReached, { challengeId });
  const columns: readonly Column<Reached>[] = [
    {
      key: 'name',
      header: t('loyalty.games.customer'),
      cell: ({ customerId, name }) => (
        <Link className={styles.link} to="/customers/$customerId" params={{ customerId }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'at',
      header: t('loyalty.challenges.reachedAt'),
      isFigure: true,
      width: 180,
      cell: ({ at }) => format.moment(at),
    },
  ];
  return (
    <>
      <ErrorAnswer error={list.error} />
      {!list.isLoading && (
        <DataTable
          label={t('loyalty.challenges.reached')}
          columns={columns}
          rows={list.pages.flatMap(({ reached }) => reached)}
          rowKey={({ customerId }) => customerId}
          empty={
            <EmptyState title={t('loyalty.challenges.nobody')} hint={t('loyalty.challenges.nobodyHint')} />
          }
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
        />
      )}
    </>
  );
}
