/** Two-choice questions for customers: what was asked, what the answers say, and who gave them. */
import { Badge, Button, Group, Paper } from '@mantine/core';
import { IconArrowsSplit2, IconPencil, IconPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollChoice } from '../../shared/service/poll.ts';
import type { Poll } from '../../shared/service/pollContract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PollCustomers } from './PollCustomers.tsx';
import { PollDrawer } from './PollDrawer.tsx';
import { ServiceTabs } from './ServiceTabs.tsx';
import styles from './service.module.css';

interface Looking {
  readonly poll: Poll;
  readonly choice: PollChoice;
}

export function PollsPage() {
  const { t } = useTranslation();
  const { data, error } = useTill(api.service.polls, {});
  const [editing, setEditing] = useState<Poll | 'new' | null>(null);
  const [looking, setLooking] = useState<Looking | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setEditing('new')}>
      {t('service.poll.new')}
    </Button>
  );
  return (
    <>
      <ServiceTabs open="polls">{add}</ServiceTabs>
      <ErrorAnswer error={error} />
      {data?.polls.length === 0 && (
        <EmptyState
          icon={<IconArrowsSplit2 size={48} />}
          title={t('service.poll.none')}
          hint={t('service.poll.noneHint')}
          action={add}
        />
      )}
      {data?.polls.map((poll) => (
        <PollCard
          key={poll.pollId}
          poll={poll}
          onEdit={() => setEditing(poll)}
          onLook={(choice) => setLooking({ poll, choice })}
        />
      ))}
      {editing !== null && (
        <PollDrawer poll={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      {looking !== null && <PollCustomers {...looking} onClose={() => setLooking(null)} />}
    </>
  );
}

const colours = { ahead: 'gray', open: 'green', over: 'gray' } as const;

interface PollCardProps {
  readonly poll: Poll;
  readonly onEdit: () => void;
  readonly onLook: (choice: PollChoice) => void;
}

function PollCard({ poll, onEdit, onLook }: PollCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const question = textIn(poll.question, language);
  return (
    <Paper component="section" aria-label={question}>
      <div className={styles.column}>
        <Group gap="sm" justify="space-between" wrap="nowrap">
          <Group gap="sm">
            <strong style={{ fontSize: 18 }}>{question}</strong>
            <Badge color={colours[poll.state]}>{t(`service.poll.state.${poll.state}`)}</Badge>
            <span className="muted figures">{format.dayRange(poll.from, poll.to)}</span>
          </Group>
          <Button
            variant="default"
            style={{ flex: 'none' }}
            leftSection={<IconPencil size={20} aria-hidden="true" />}
            onClick={onEdit}
          >
            {t('common.edit')}
          </Button>
        </Group>
        <PollBar poll={poll} onLook={onLook} />
      </div>
    </Paper>
  );
}

/** Both answers with their counts, and what may be said of them with so few or so many. */
function PollBar({ poll, onLook }: Pick<PollCardProps, 'poll' | 'onLook'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { a, b, share, leads } = poll;
  const names = { a: textIn(poll.answerA, language), b: textIn(poll.answerB, language) };
  if (share === null) {
    return (
      <span className="muted">
        {names.a} / {names.b} · {t('service.poll.noAnswers')}
      </span>
    );
  }
  const percent = (part: number) => format.percent(Math.round(part * 100) * 100);
  const shareOfA = percent(share.share);
  return (
    <>
      <div className={styles.sides}>
        <PollSide name={names.a} count={a} percent={shareOfA} onLook={() => onLook('a')} />
        <PollSide name={names.b} count={b} percent={percent(1 - share.share)} onLook={() => onLook('b')} />
      </div>
      <div className={styles.bar} role="img" aria-label={`${names.a} ${shareOfA}`}>
        <div className={styles.barA} style={{ width: `${share.share * 100}%` }} />
        <div className={styles.barB} style={{ flex: 1 }} />
      </div>
      <span>
        {leads === null
          ? t('service.poll.notProven', { count: a + b })
          : t('service.poll.leads', { answer: names[leads] })}{' '}
        <span className="muted">
          {t('service.poll.margin', { answer: names.a, low: percent(share.low), high: percent(share.high) })}
        </span>
      </span>
    </>
  );
}

interface PollSideProps {
  readonly name: string;
  readonly count: number;
  readonly percent: string;
  readonly onLook: () => void;
}

function PollSide({ name, count, percent, onLook }: PollSideProps) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      <strong>{name}</strong>
      <span className="figures">{t('service.poll.count', { count, percent })}</span>
      <Button
        variant="subtle"
        disabled={count === 0}
        aria-label={`${t('service.poll.who')}: ${name}`}
        leftSection={<IconUsers size={18} aria-hidden="true" />}
        onClick={onLook}
      >
        {t('service.poll.who')}
      </Button>
    </Group>
  );
}
