/** One promotion in the list: its sentence, what it is doing, what it has given, and with whom it meets. */
import { Badge, Paper } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { PromotionButtons } from './PromotionButtons.tsx';
import styles from './PromotionsPage.module.css';
import { type PromotionRow, shownState, stateColours } from './promotionState.ts';
import type { PromotionActions } from './usePromotionActions.ts';

export function StateBadge({ row }: { row: PromotionRow }) {
  const { t } = useTranslation();
  const state = shownState(row);
  return <Badge color={stateColours[state]}>{t(`promotion.state.${state}`)}</Badge>;
}

export function PromotionCard({ row, actions }: { row: PromotionRow; actions: PromotionActions }) {
  const language = useLanguage();
  const mayChange = useMay('promotion.change');
  return (
    <Paper component="article" className={styles.card ?? ''}>
      <div className={styles.words}>
        <div className={styles.head}>
          <Link to={`/promotions/${row.promotionId}`} className={styles.name}>
            {textIn(row.name, language)}
          </Link>
          <StateBadge row={row} />
        </div>
        <p className={styles.sentence}>{textIn(row.sentence, language)}</p>
        <Conflicts row={row} />
      </div>
      <Given row={row} />
      {mayChange && (
        <div className={styles.buttons}>
          <PromotionButtons row={row} actions={actions} />
        </div>
      )}
    </Paper>
  );
}

/** A reward takes nothing off, so it says only how often it worked. */
function Given({ row }: { row: PromotionRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (row.times === 0) return <p className={`${styles.silent} muted`}>{t('promotion.notYetWorked')}</p>;
  const [times, today] = [format.number(row.times), format.number(row.timesToday)];
  return (
    <dl className={styles.given}>
      {row.spentSom > 0 && (
        <div>
          <dt className="muted">{t('promotion.given')}</dt>
          <dd className="figures">{format.som(row.spentSom)}</dd>
        </div>
      )}
      <div>
        <dt className="muted">{t('promotion.worked')}</dt>
        <dd className="figures">{t('promotion.timesAndToday', { times, today })}</dd>
      </div>
    </dl>
  );
}

/** Those that meet in the same way are named in one sentence. */
export function Conflicts({ row }: { row: PromotionRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const kinds = [...new Set(row.conflicts.map(({ kind }) => kind))];
  if (kinds.length === 0) return null;
  const namesOf = (kind: string) =>
    row.conflicts.filter((each) => each.kind === kind).map(({ otherName }) => textIn(otherName, language));
  return (
    <ul className={styles.conflicts}>
      {kinds.map((kind) => (
        <li key={kind}>
          <IconAlertTriangle size={18} aria-hidden="true" />
          <span>
            {t(`promotion.conflict.${kind}`, {
              names: format.list(namesOf(kind).map((name) => t('promotion.quoted', { name }))),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
