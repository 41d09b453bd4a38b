/** Everything that happened with one customer as one list, newest first, narrowed to a group by one click. */
import { SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  type TimelineEntry,
  type TimelineGroup,
  timelineGroups,
} from '../../../shared/report/profileContract.ts';
import { textIn } from '../../../shared/text.ts';
import { api } from '../../app/api.ts';
import { useFormat, useLanguage } from '../../app/language.ts';
import { usePages } from '../../app/usePages.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorAnswer } from '../../ui/ErrorAnswer.tsx';
import { MoreRows } from '../../ui/MoreRows.tsx';
import styles from './Timeline.module.css';
import { addressOf, lookOf } from './timelineLook.ts';
import { useTimelineWords } from './timelineWords.ts';

export interface TimelineProps {
  readonly customerId: string;
  /** Null shows everything. */
  readonly group: TimelineGroup | null;
  readonly onGroup: (group: TimelineGroup | null) => void;
}

export function Timeline({ customerId, group, onGroup }: TimelineProps) {
  const { t } = useTranslation();
  const list = usePages(api.report.customerTimeline, { customerId, group });
  const entries = list.pages.flatMap((page) => page.entries);
  return (
    <>
      <SegmentedControl
        className={styles.groups}
        aria-label={t('report.timeline.show')}
        size="sm"
        data={(['all', ...timelineGroups] as const).map((value) => ({
          value,
          label: t(`report.timeline.group.${value}`),
        }))}
        value={group ?? 'all'}
        onChange={(value) => onGroup(timelineGroups.find((each) => each === value) ?? null)}
      />
      <ErrorAnswer error={list.error} />
      {list.pages.length > 0 && entries.length === 0 ? (
        <EmptyState title={t('report.timeline.empty')} />
      ) : (
        <ol className={styles.list} aria-label={t('report.profile.tab.timeline')}>
          {entries.map((entry) => (
            <Entry key={entry.key} entry={entry} />
          ))}
          {list.hasMore && (
            <li>
              <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />
            </li>
          )}
        </ol>
      )}
    </>
  );
}

/** Icon, what it was, what was said; the sum, when and who on the right. */
function Entry({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const words = useTimelineWords();
  const { Picture, tone } = lookOf(entry.kind);
  const address = addressOf(entry.link);
  const title = words.titleOf(entry);
  const name = entry.name === null ? '' : textIn(entry.name, language);
  const facts = [name, ...words.detailsOf(entry)].filter((part) => part !== '');
  return (
    <li className={styles.entry}>
      <span className={`${styles.picture} ${styles[tone]}`}>
        <Picture size={20} aria-hidden="true" />
      </span>
      <div className={styles.what}>
        {address === null ? (
          <strong>{title}</strong>
        ) : (
          <Link to={address as '/'} className={styles.link}>
            {title}
          </Link>
        )}
        {facts.length > 0 && <span className="muted"> · {facts.join(' · ')}</span>}
        {entry.text !== '' && (
          <div className={styles.said}>{t('report.timeline.said', { text: entry.text })}</div>
        )}
      </div>
      <span className={`${styles.amount} figures`}>
        {entry.amountSom === null ? '' : format.som(entry.amountSom)}
      </span>
      <div className={`${styles.when} muted`}>
        <div className="figures">{format.moment(entry.at)}</div>
        <div className={styles.person}>{entry.personName}</div>
      </div>
    </li>
  );
}
