/** One promotion: its rule as a sentence, with whom it meets, and what it brought. */
import { Paper } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { GoodsNamesProvider } from './goodsNames.tsx';
import { PromotionButtons } from './PromotionButtons.tsx';
import { Conflicts, StateBadge } from './PromotionCard.tsx';
import { PromotionEffect } from './PromotionEffect.tsx';
import styles from './PromotionPage.module.css';
import type { PromotionRow } from './promotionState.ts';
import { RefusedRule } from './RefusedRule.tsx';
import { usePromotionActions } from './usePromotionActions.ts';

export function PromotionPage({ promotionId }: { promotionId: string }) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.promotion.list, {});
  const row = data?.promotions.find((each) => each.promotionId === promotionId);
  return (
    <GoodsNamesProvider first={{}}>
      <ErrorAnswer error={error} />
      {row !== undefined && <OnePromotion row={row} />}
      {data !== undefined && row === undefined && (
        <EmptyState title={t('promotion.gone')} action={<Link to="/promotions">{t('common.back')}</Link>} />
      )}
    </GoodsNamesProvider>
  );
}

function OnePromotion({ row }: { row: PromotionRow }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useLanguage();
  const mayChange = useMay('promotion.change');
  const mayReport = useMay('report.promotions');
  const actions = usePromotionActions();
  return (
    <>
      <Link to="/promotions" className={styles.back}>
        <IconArrowLeft size={18} aria-hidden="true" />
        {t('ui.nav.promotions')}
      </Link>
      <PageHeader title={textIn(row.name, language)}>
        {mayChange && (
          <PromotionButtons
            row={row}
            actions={actions}
            onRemoved={() => void navigate({ to: '/promotions' })}
          />
        )}
      </PageHeader>
      <RefusedRule error={actions.error} />
      <Paper>
        <StateBadge row={row} />
        <p className={styles.sentence}>{textIn(row.sentence, language)}</p>
        <Conflicts row={row} />
      </Paper>
      {mayReport && <PromotionEffect promotionId={row.promotionId} />}
    </>
  );
}
