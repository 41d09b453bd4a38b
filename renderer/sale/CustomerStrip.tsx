/** Who stands at the counter, in three lines: the name, what matters now, what bonus and coupon are worth here. */
import { IconTicket, IconUserPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { ActionKey } from '../ui/KeyCap.tsx';
import styles from './CustomerStrip.module.css';
import { StripSignals } from './StripSignals.tsx';
import { askForCustomer, useSelling } from './selling.ts';
import { useNarrow } from './useNarrow.ts';

type Strip = NonNullable<Basket['customer']>;
const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

export function CustomerStrip() {
  const { basket } = useSelling();
  const customer = basket?.customer ?? null;
  return customer === null ? <NoCustomer /> : <Customer customer={customer} />;
}

function NoCustomer() {
  const { t } = useTranslation();
  const { basket, show } = useSelling();
  const policy = useTill(api.shop.settings, {}).data?.cardPolicy;
  const hasLines = (basket?.lines.length ?? 0) > 0;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.card} ${styles.none}`}
      onPointerDown={keepFocus}
      onClick={() => show(askForCustomer)}
    >
      <span className={styles.top}>
        <IconUserPlus size={24} aria-hidden="true" />
        <span className={styles.name}>{t('sale.customer.none')}</span>
        <ActionKey state="selling" action="customer" />
      </span>
      <span className={policy === 'ask' && hasLines ? styles.ask : styles.line}>
        {policy === 'ask' && hasLines ? t('sale.customer.ask') : t('sale.customer.how')}
      </span>
    </button>
  );
}

function Customer({ customer }: { customer: Strip }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { change, show } = useSelling();
  const name = customer.name === '' ? t('customer.noName') : customer.name;
  const facts = [
    customer.phone === null ? null : format.phone(customer.phone),
    t('sale.customer.visits', { count: customer.visits }),
    customer.visits > 0 ? t('sale.customer.average', { sum: format.number(customer.averageSom) }) : null,
  ].filter((fact) => fact !== null);
  const tier = customer.tier?.current ?? null;
  return (
    <section className={styles.card} aria-label={t('sale.customer.label')}>
      <div className={styles.top}>
        <span className={styles.name} title={name}>
          {customer.isRegistered ? name : t('customer.instantCard')}
        </span>
        {tier !== null && <span className={styles.tier}>{textIn(tier.name, language)}</span>}
        <button
          type="button"
          tabIndex={-1}
          className={styles.off}
          aria-label={t('sale.customer.off')}
          title={t('sale.customer.off')}
          onPointerDown={keepFocus}
          onClick={() => void change({ kind: 'detachCustomer' })}
        >
          <IconX size={20} aria-hidden="true" />
        </button>
        <button
          type="button"
          tabIndex={-1}
          className={styles.other}
          aria-label={t('ui.keys.customer')}
          onPointerDown={keepFocus}
          onClick={() => show(askForCustomer)}
        >
          <ActionKey state="selling" action="customer" />
        </button>
      </div>
      <StripSignals customer={customer} facts={facts} />
      <div className={styles.bonusLine}>
        <Bonus customer={customer} />
        {customer.isRegistered ? (
          <CouponPills coupons={customer.coupons} />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            className={styles.pill}
            onPointerDown={keepFocus}
            onClick={() => show({ kind: 'registerCard', customerId: customer.customerId })}
          >
            {t('sale.customer.register')}
          </button>
        )}
      </div>
    </section>
  );
}

/** The balance and what of it may be spent on this basket; a click asks to spend. */
function Bonus({ customer }: { customer: Strip }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { basket, show } = useSelling();
  const isNarrow = useNarrow();
  const atMostSom = basket?.bonusAtMostSom ?? 0;
  const worth = t('sale.customer.worth', { sum: format.number(-atMostSom) });
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.bonus}
      title={atMostSom > 0 ? worth : undefined}
      onPointerDown={keepFocus}
      onClick={() => show({ kind: 'bonus' })}
    >
      <strong className="figures">
        {t('sale.customer.bonus', { bonus: format.number(customer.bonusSom) })}
      </strong>
      {atMostSom > 0 && <span>{isNarrow ? format.number(-atMostSom) : worth}</span>}
    </button>
  );
}

/** Coupons that apply now first; one that needs more says how much. A click puts it on the basket. */
function CouponPills({ coupons }: { coupons: Strip['coupons'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { basket, scan } = useSelling();
  if (basket?.coupon !== null && basket?.coupon !== undefined) return null;
  const [first, ...others] = coupons.toSorted((a, b) => a.missingSom - b.missingSom);
  if (first === undefined) return null;
  const isReady = first.missingSom === 0;
  const name = textIn(first.name, language);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={isReady ? `${styles.pill} ${styles.ready}` : styles.pill}
      title={isReady ? name : `${name}: ${t('sale.coupon.missing', { sum: format.som(first.missingSom) })}`}
      onPointerDown={keepFocus}
      onClick={() => void scan(first.code)}
    >
      <IconTicket size={18} aria-hidden="true" />
      <span className={styles.pillWords}>
        {isReady ? name : t('sale.coupon.missing', { sum: format.number(first.missingSom) })}
      </span>
      {others.length > 0 && <span>+{others.length}</span>}
    </button>
  );
}
