/** Why the customer gets each promotion of the day, or does not: the answer to give at the counter. */
import { Modal } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './ExplainDialog.module.css';
import { useSelling } from './selling.ts';

const working: readonly string[] = ['applied', 'rewarded'];
const doesWork = ({ outcome }: { readonly outcome: string }) => working.includes(outcome);

export function ExplainDialog() {
  const { t } = useTranslation();
  const { basket, show } = useSelling();
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.explain.title')} size="lg">
      {basket !== null && <Reports saleId={basket.saleId} />}
    </Modal>
  );
}

function Reports({ saleId }: { saleId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { data, error } = useTill(api.sale.explain, { saleId });
  if (error !== null) return <ErrorAnswer error={error} />;
  // What works stands first: that is what the customer asks about.
  const promotions = [...(data?.promotions ?? [])].sort(
    (one, other) => Number(doesWork(other)) - Number(doesWork(one)),
  );
  if (data !== undefined && promotions.length === 0) return <p>{t('sale.explain.none')}</p>;
  return (
    <ul className={styles.list}>
      {promotions.map((report) => {
        const { promotionId, name, amountSom, text } = report;
        const works = doesWork(report);
        const Icon = works ? IconCheck : IconMinus;
        return (
          <li key={promotionId} className={works ? `${styles.row} ${styles.works}` : styles.row}>
            <Icon size={22} aria-hidden="true" />
            <span className={styles.words}>
              <strong>{textIn(name, language)}</strong>
              <span>{textIn(text, language)}</span>
            </span>
            {amountSom > 0 && <span className="figures">{format.number(-amountSom)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
