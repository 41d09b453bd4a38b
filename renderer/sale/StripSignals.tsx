/** The second line of the customer's strip: what matters now, as much as finds room; the rest is one touch away. */
import {
  IconAlertTriangle,
  IconCake,
  IconMessageReport,
  IconPackage,
  IconPlus,
  IconUserHeart,
  IconX,
} from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFirm, mayBeShortened, type SignalKind } from '../../shared/customer/atTill.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { StripMore } from './StripMore.tsx';
import styles from './StripSignals.module.css';
import { useSelling } from './selling.ts';
import { type Signal, type SignalsProps, type Strip, saidAtTill } from './stripSignals.ts';
import { useFittingSignals } from './useFittingSignals.ts';

const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

/** Until the answer has come, and where there is nothing to say, what is known of them anyhow. */
export function StripSignals({ customer, facts }: { customer: Strip; facts: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { basket } = useSelling();
  const { data, isLoading } = useTill(api.report.customerAtTill, { customerId: customer.customerId });
  const said = saidAtTill(basket, customer, data?.atTill ?? null, { t, language, number: format.number });
  if (isLoading || said.signals.length === 0) {
    return (
      <div className={styles.facts} title={facts.join(' · ')}>
        {facts.join(' · ')}
      </div>
    );
  }
  const complaintId = data?.atTill.complaint?.complaintId ?? null;
  return <Signals customer={customer} facts={facts} said={said} complaintId={complaintId} />;
}

function Signals({ customer, facts, said, complaintId }: SignalsProps) {
  const { t } = useTranslation();
  const row = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { signals } = said;
  const shown = useFittingSignals(row, signals);
  const hidden = signals.length - shown.length;
  const isCrowded = signals.filter(({ kind }) => isFirm(kind)).length > 1;
  const toggle = () => setOpen(!isOpen);
  return (
    <StripMore
      customer={customer}
      facts={facts}
      said={said}
      complaintId={complaintId}
      isOpen={isOpen}
      onClose={() => setOpen(false)}
    >
      <div ref={row} className={styles.row}>
        {shown.map((place) => {
          const signal = signals[place];
          if (signal === undefined) return null;
          return (
            <SignalShown
              key={signal.kind}
              signal={signal}
              isCrowded={isCrowded}
              said={said}
              customer={customer}
              onMore={toggle}
            />
          );
        })}
        {hidden > 0 && (
          <button
            type="button"
            tabIndex={-1}
            className={styles.more}
            aria-label={t('sale.till.more', { count: hidden })}
            aria-expanded={isOpen}
            onPointerDown={keepFocus}
            onClick={toggle}
          >
            +{hidden}
          </button>
        )}
      </div>
    </StripMore>
  );
}

const icons: Readonly<Partial<Record<SignalKind, ReactNode>>> = {
  allergy: <IconAlertTriangle size={16} aria-hidden="true" />,
  complaint: <IconMessageReport size={16} aria-hidden="true" />,
  waiting: <IconPackage size={16} aria-hidden="true" />,
  birthday: <IconCake size={16} aria-hidden="true" />,
  referral: <IconUserHeart size={16} aria-hidden="true" />,
  suggestion: <IconPlus size={16} aria-hidden="true" />,
};

/** Signals that look like more than words: what stops the hand, what is money, what can be touched. */
const looks: Readonly<Partial<Record<SignalKind, string | undefined>>> = {
  allergy: styles.danger,
  complaint: styles.warning,
  debt: styles.plain,
  waiting: styles.good,
  birthday: styles.good,
  privilege: styles.strong,
  suggestion: styles.offer,
  burning: styles.burning,
};

interface SignalShownProps extends Pick<SignalsProps, 'said' | 'customer'> {
  readonly signal: Signal;
  /** Several things stand here that may not be left out. */
  readonly isCrowded: boolean;
  /** Opens the list of everything. */
  readonly onMore: () => void;
}

/** A debt is asked for and a suggestion put into the basket at a touch; everything else opens the list behind the strip. */
function SignalShown({ signal, isCrowded, said, customer, onMore }: SignalShownProps) {
  const { t } = useTranslation();
  const { show, addProduct, change } = useSelling();
  const { kind, words, details } = signal;
  const { suggestion } = said;
  const act = () => {
    if (kind === 'debt') return show({ kind: 'repay', customerId: customer.customerId });
    if (kind === 'suggestion' && suggestion !== null) {
      return void addProduct({ id: suggestion.productId, unit: suggestion.unit });
    }
    if (kind === 'referral') return void change({ kind: 'removeReferral' });
    return onMore();
  };
  const isLate = kind === 'debt' && customer.overdueSom > 0;
  const look = [
    styles.signal,
    isLate ? styles.late : looks[kind],
    mayBeShortened(kind) ? styles.shortened : undefined,
    isCrowded ? styles.crowded : undefined,
  ];
  const tooltip = [words, ...details.filter((detail) => !words.includes(detail))].join(' · ');
  return (
    <button
      type="button"
      tabIndex={-1}
      className={look.filter((name) => name !== undefined).join(' ')}
      title={kind === 'referral' ? t('sale.referral.remove') : tooltip}
      onPointerDown={keepFocus}
      onClick={act}
    >
      {icons[kind]}
      <span className={styles.words}>{isCrowded ? (signal.short ?? words) : words}</span>
      {kind === 'referral' && <IconX size={16} role="img" aria-label={t('sale.referral.remove')} />}
    </button>
  );
}
