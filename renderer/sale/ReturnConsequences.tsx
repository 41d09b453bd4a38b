/** What a return does, before it is done and after: the money, the bonus, the debt and the coupons. */
import { useTranslation } from 'react-i18next';
import { formatCode } from '../../shared/code.ts';
import { useFormat } from '../app/language.ts';
import { providerNames } from '../app/providerNames.ts';
import styles from './returns.module.css';
import type { Consequences } from './useReturn.ts';

interface Row {
  readonly key: string;
  readonly words: string;
  readonly sum: string | null;
}

/** Everything that follows, in the order in which a customer asks. */
function useRows(what: Consequences): readonly Row[] {
  const { t } = useTranslation();
  const format = useFormat();
  const rows: Row[] = what.tenders.map(({ kind, provider, amountSom }) => ({
    key: `${kind} ${provider ?? ''}`,
    words:
      provider === null
        ? t(`sale.return.to.${kind}`)
        : `${t(`sale.return.to.${kind}`)} ${providerNames[provider]}`,
    sum: format.number(amountSom),
  }));
  const { bonusTakenBackSom, withheldSom, bonusBalanceSom, couponUsed, couponsVoided } = what;
  if (bonusTakenBackSom > 0) {
    rows.push({
      key: 'taken',
      words: t('sale.return.bonusTakenBack'),
      sum: format.number(-bonusTakenBackSom),
    });
  }
  if (withheldSom > 0) {
    rows.push({ key: 'withheld', words: t('sale.return.withheld'), sum: format.number(-withheldSom) });
  }
  if (bonusBalanceSom !== null) {
    rows.push({ key: 'balance', words: t('sale.return.balance'), sum: format.number(bonusBalanceSom) });
  }
  if (couponUsed !== null) {
    const code = formatCode(couponUsed.code);
    const words = couponUsed.isReopened
      ? t('sale.return.couponReopened', { code })
      : t('sale.return.couponUsed', { code });
    rows.push({ key: 'coupon', words, sum: null });
  }
  for (const code of couponsVoided) {
    rows.push({ key: code, words: t('sale.return.couponVoid', { code: formatCode(code) }), sum: null });
  }
  return rows;
}

export function ReturnConsequences({ what }: { what: Consequences }) {
  const { t } = useTranslation();
  const rows = useRows(what);
  return (
    <dl className={styles.consequences} aria-label={t('sale.return.consequences')}>
      {rows.map(({ key, words, sum }) => (
        <div key={key}>
          <dt>{words}</dt>
          {sum !== null && <dd className="figures">{sum}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** What goes over the counter now: cash from the drawer first, else what the terminal sends back. */
export function HandBack({ what, isDone }: { what: Consequences; isDone: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cashSom = what.tenders.reduce(
    (sum, tender) => sum + (tender.kind === 'cash' ? tender.amountSom : 0),
    0,
  );
  const words =
    cashSom > 0 || what.moneyBackSom === 0 ? t('sale.return.handBack') : t('sale.return.sendBack');
  return (
    <div className={isDone ? `${styles.handBack} ${styles.big}` : styles.handBack}>
      <span>{words}</span>
      <strong className="figures">{format.number(cashSom > 0 ? cashSom : what.moneyBackSom)}</strong>
    </div>
  );
}
