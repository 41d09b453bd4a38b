/** Who stands at the counter, in three lines: name, how often, what the bonus is worth here and now. */
import { IconTicket, IconUserPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { ActionKey } from '../ui/KeyCap.tsx';
import styles from './CustomerStrip.module.css';
import { collectedWords } from './collectedWords.ts';
import { askForCustomer, useSelling } from './selling.ts';

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
      <Standing customer={customer} facts={facts} />
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

/**
 * What the cashier says or does for this customer: the privilege first, what is owed, what is collected. Where there is
 * nothing of it, or a friend's first visit, what is known of them anyhow.
 */
function Standing({ customer, facts }: { customer: Strip; facts: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { basket, show } = useSelling();
  const { tier, debtSom, overdueSom, customerId } = customer;
  const privilege = tier?.current?.privilege ?? null;
  const collected = collectedWords(customer, { t, language, number: format.number });
  const isPlain = privilege === null && debtSom === 0 && collected.length === 0;
  if (isPlain || basket?.referral) return <Facts facts={facts} />;
  return (
    <div className={styles.standing} title={facts.join(' · ')}>
      {privilege !== null && <strong>{textIn(privilege, language)}</strong>}
      {debtSom > 0 && (
        <button
          type="button"
          tabIndex={-1}
          className={overdueSom > 0 ? `${styles.debt} ${styles.late}` : styles.debt}
          onPointerDown={keepFocus}
          onClick={() => show({ kind: 'repay', customerId })}
        >
          {overdueSom > 0
            ? t('sale.customer.overdue', { sum: format.number(overdueSom) })
            : t('sale.customer.owes', { sum: format.number(debtSom) })}
        </button>
      )}
      <span className={styles.collected} title={collected.join(' · ')}>
        {collected.join(' · ')}
      </span>
    </div>
  );
}

/** What is known at a glance; on a friend's first visit, who sent them. */
function Facts({ facts }: { facts: readonly string[] }) {
  const { t } = useTranslation();
  const { basket, change } = useSelling();
  const referral = basket?.referral ?? null;
  if (referral === null) {
    return (
      <div className={styles.line} title={facts.join(' · ')}>
        {facts.join(' · ')}
      </div>
    );
  }
  return (
    <div className={styles.line}>
      {t('sale.referral.sentBy', { name: referral.referrerName })}{' '}
      <button
        type="button"
        tabIndex={-1}
        className={styles.unsent}
        aria-label={t('sale.referral.remove')}
        title={t('sale.referral.remove')}
        onPointerDown={keepFocus}
        onClick={() => void change({ kind: 'removeReferral' })}
      >
        <IconX size={16} aria-hidden="true" />
      </button>
    </div>
  );
}

/** The balance, what of it may be spent on this basket, and what burns soon; a click asks to spend. */
function Bonus({ customer }: { customer: Strip }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { basket, show } = useSelling();
  const atMostSom = basket?.bonusAtMostSom ?? 0;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.bonus}
      onPointerDown={keepFocus}
      onClick={() => show({ kind: 'bonus' })}
    >
      <strong className="figures">
        {t('sale.customer.bonus', { bonus: format.number(customer.bonusSom) })}
      </strong>
      {atMostSom > 0 && <span>{t('sale.customer.worth', { sum: format.number(-atMostSom) })}</span>}
      {customer.expiringSoonSom > 0 && (
        <span className={styles.burns}>
          {t('sale.customer.expires', { sum: format.number(customer.expiringSoonSom) })}
        </span>
      )}
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
