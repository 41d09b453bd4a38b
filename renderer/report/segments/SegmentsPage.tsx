/** All groups of customers: those that come with the program and the shop's own, each with how many are in it now. */
import { Button, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readySegmentNames } from '../../../shared/customer/segment.ts';
import { textIn } from '../../../shared/text.ts';
import { api } from '../../app/api.ts';
import { useFormat, useLanguage } from '../../app/language.ts';
import { useMay } from '../../app/session.tsx';
import { useTill } from '../../app/useTill.ts';
import { CustomerTabs } from '../../customer/CustomerTabs.tsx';
import { ErrorAnswer } from '../../ui/ErrorAnswer.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import styles from './segments.module.css';
import { useRuleSentence } from './segmentWords.ts';

export function SegmentsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayChange = useMay('customer.changeSegments');
  const kept = useTill(api.customer.segments, {});
  const counts = useTill(api.report.segmentCounts, {}, { keepsLast: true });
  const everybody = counts.data?.everybody;
  const add = () => void navigate({ to: '/customers/segments/$segment', params: { segment: 'make' } });
  const addButton = mayChange && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={add}>
      {t('report.segment.add')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('ui.nav.customers')}
        note={everybody === undefined ? undefined : t('common.count.customers', { count: everybody })}
      >
        {addButton}
      </PageHeader>
      <CustomerTabs open="segments" />
      <ErrorAnswer error={kept.error ?? counts.error} />
      <Title order={2} size="h4">
        {t('report.segment.own')}
      </Title>
      <OwnGroups kept={kept.data} counts={counts.data} />
      <Title order={2} size="h4">
        {t('report.segment.ready')}
      </Title>
      <div className={styles.cards}>
        {readySegmentNames.map((name) => (
          <GroupCard
            key={name}
            segment={name}
            name={t(`report.segment.readyName.${name}`)}
            sentence={t(`report.segment.readyHint.${name}`)}
            count={counts.data?.ready.find((each) => each.name === name)?.count}
          />
        ))}
      </div>
    </>
  );
}

type Kept = Extract<Awaited<ReturnType<typeof api.customer.segments>>, { ok: true }>['data'];
type Counts = Extract<Awaited<ReturnType<typeof api.report.segmentCounts>>, { ok: true }>['data'];

function OwnGroups({ kept, counts }: { kept: Kept | undefined; counts: Counts | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sentenceOf = useRuleSentence();
  if (kept === undefined) return null;
  if (kept.segments.length === 0) return <p className={styles.hint}>{t('report.segment.noneHint')}</p>;
  return (
    <div className={styles.cards}>
      {kept.segments.map(({ id, name, rule }) => {
        const counted = counts?.own.find(({ segmentId }) => segmentId === id);
        return (
          <GroupCard
            key={id}
            segment={id}
            name={textIn(name, language)}
            sentence={sentenceOf(rule)}
            count={counted?.count}
            promotions={(counted?.promotions ?? []).map((promotion) => textIn(promotion, language))}
          />
        );
      })}
    </div>
  );
}

interface GroupCardProps {
  readonly segment: string;
  readonly name: string;
  readonly sentence: string;
  /** Undefined until it has been counted. */
  readonly count: number | undefined;
  readonly promotions?: readonly string[];
}

function GroupCard({ segment, name, sentence, count, promotions = [] }: GroupCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Link className={styles.card} to="/customers/segments/$segment" params={{ segment }}>
      <span className={styles.cardHead}>
        <span className={styles.cardName}>{name}</span>
        <span className={`${styles.count} figures`}>{count === undefined ? '…' : format.number(count)}</span>
      </span>
      <span className={styles.sentence}>{sentence}</span>
      {promotions.length > 0 && (
        <span className={styles.used}>
          {t('report.segment.usedBy', { names: promotions.join(', '), count: promotions.length })}
        </span>
      )}
    </Link>
  );
}
