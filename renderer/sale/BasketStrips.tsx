/** What makes this basket a special one: it was sold on paper, it brings goods back, it has a name. */
import { IconArrowsExchange, IconNotebook, IconTag } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import styles from './BasketStrips.module.css';
import { useSelling } from './selling.ts';

const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

export function BasketStrips() {
  const { t } = useTranslation();
  const format = useFormat();
  const { basket, change } = useSelling();
  if (basket === null) return null;
  const { label, writtenAt, exchange } = basket;
  return (
    <>
      {label !== '' && (
        <Strip icon={<IconTag size={20} aria-hidden="true" />}>
          <strong>{label}</strong>
        </Strip>
      )}
      {writtenAt !== null && (
        <Strip
          icon={<IconNotebook size={20} aria-hidden="true" />}
          onRemove={() => void change({ kind: 'writtenOnPaper', written: null })}
        >
          <strong>{t('sale.paper.strip', { moment: format.moment(writtenAt) })}</strong>
        </Strip>
      )}
      {exchange !== null && (
        <Strip
          icon={<IconArrowsExchange size={20} aria-hidden="true" />}
          onRemove={() => void change({ kind: 'exchange', exchange: null })}
        >
          <ExchangeWords exchange={exchange} />
        </Strip>
      )}
    </>
  );
}

function ExchangeWords({ exchange }: { exchange: NonNullable<Basket['exchange']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const goods = exchange.lines
    .map(
      ({ name, quantityThousandths }) =>
        `${textIn(name, language)} × ${format.quantity(quantityThousandths)}`,
    )
    .join(', ');
  return (
    <>
      <strong>
        {exchange.problem === null
          ? t('sale.exchange.strip', { number: exchange.number, sum: format.som(exchange.moneyBackSom) })
          : t('sale.exchange.problem', { number: exchange.number })}
      </strong>
      <span className={styles.goods} title={goods}>
        {goods}
        {exchange.bonusTakenBackSom > 0 &&
          ` · ${t('sale.return.bonusTakenBack')} ${format.number(-exchange.bonusTakenBackSom)}`}
      </span>
    </>
  );
}

interface StripProps {
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly onRemove?: () => void;
}

function Strip({ icon, children, onRemove }: StripProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.strip} role="status">
      {icon}
      <span className={styles.words}>{children}</span>
      {onRemove !== undefined && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.remove}
          onPointerDown={keepFocus}
          onClick={onRemove}
        >
          {t('sale.totals.remove')}
        </button>
      )}
    </div>
  );
}
