/** One offer in the list: its goods and days, and in one sentence what it brought. */
import { Badge, Button, Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../shared/coupon/offerContract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import styles from './Offer.module.css';

export function OfferCard({ offer, onOpen }: { offer: Offer; onOpen: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const effect = useTill(api.report.offerEffect, { offerId: offer.offerId }).data;
  const goods = offer.goods.map(({ name }) => textIn(name, language)).join(', ');
  return (
    <Paper className={styles.card}>
      <div>
        <div className={styles.head}>
          <h2 className={styles.name}>{textIn(offer.name, language)}</h2>
          <When offer={offer} />
        </div>
        <div className="muted">{format.dayRange(offer.from, offer.to)}</div>
        <p className={styles.goods}>{goods}</p>
        {effect !== undefined && <p className={styles.effect}>{textIn(effect.sentence, language)}</p>}
      </div>
      <Button variant="default" onClick={onOpen}>
        {t('report.offer.open')}
      </Button>
    </Paper>
  );
}

function When({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  if (today < offer.from) return <Badge color="amber">{t('report.offer.upcoming')}</Badge>;
  if (today > offer.to) return <Badge color="gray">{t('report.offer.over')}</Badge>;
  return <Badge color="green">{t('report.offer.now')}</Badge>;
}
