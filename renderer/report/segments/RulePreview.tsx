/** Whom a rule means while it is built: how many now, and those of them who paid most. */
import { Paper, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { SegmentRule } from '../../../shared/customer/segment.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/language.ts';
import { useTill } from '../../app/useTill.ts';
import { ErrorAnswer } from '../../ui/ErrorAnswer.tsx';
import styles from './segments.module.css';
import { useRuleSentence } from './segmentWords.ts';

/** So long nobody types until it is counted. */
const pauseMs = 400;
const everybody: SegmentRule = { match: 'all', conditions: [] };

export function RulePreview({ rule }: { rule: SegmentRule | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sentenceOf = useRuleSentence();
  const [asked] = useDebouncedValue(rule === null ? null : JSON.stringify(rule), pauseMs);
  const counted = asked === null ? everybody : (JSON.parse(asked) as SegmentRule);
  const { data, error } = useTill(
    api.report.segmentPreview,
    { rule: counted },
    { isOn: asked !== null, keepsLast: true },
  );
  const isOld = rule === null || asked !== JSON.stringify(rule);
  return (
    <Paper className={styles.preview ?? ''} component="section" aria-label={t('report.segment.preview')}>
      <Stack gap="sm">
        <div aria-live="polite" style={{ opacity: isOld ? 0.5 : 1 }}>
          <span className={`${styles.count} figures`}>
            {rule === null ? '–' : data === undefined ? '…' : format.number(data.count)}
          </span>
          {data !== undefined && (
            <span className="muted">
              {' '}
              {t('report.segment.ofEverybody', { everybody: format.number(data.everybody) })}
            </span>
          )}
        </div>
        <p className={styles.sentence} style={{ margin: 0 }}>
          {rule === null ? t('report.segment.notFilled') : sentenceOf(rule)}
        </p>
        <ErrorAnswer error={error} />
        {rule !== null && data !== undefined && data.first.length > 0 && (
          <>
            <span className="muted">{t('report.segment.first')}</span>
            <ul className={styles.people} aria-label={t('report.segment.first')}>
              {data.first.map(({ customerId, name, paidSom }) => (
                <li key={customerId}>
                  <span className={styles.name}>{name || t('customer.noName')}</span>
                  <span className="figures muted">{format.number(paidSom)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Stack>
    </Paper>
  );
}
