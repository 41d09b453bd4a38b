/** The upper half of the right column while money is taken: what is due, its parts, the amount, the change. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyAction } from '../app/keys.ts';
import { useFormat } from '../app/language.ts';
import { providerNames } from '../app/providerNames.ts';
import { ActionKey } from '../ui/KeyCap.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { BeforeMoney } from './BeforeMoney.tsx';
import { PaymentParts } from './PaymentParts.tsx';
import styles from './PaymentTop.module.css';
import { paidBefore } from './paidBefore.ts';
import { cardsAsked, qrAsked } from './payment.ts';
import { askForCustomer, type Dialog, useSelling } from './selling.ts';

const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

export function PaymentTop() {
  const { t } = useTranslation();
  const format = useFormat();
  const { basket, payment } = useSelling();
  const { view } = payment;
  const isSettled = view.uncertain.length === 0;
  const asksCash = isSettled && view.leftSom > 0 && (view.exactSom > 0 || payment.typedSom !== null);
  const isAsked = view.parts.some(({ state }) => state === 'asked');
  const isDense = view.parts.length > 0 || payment.heldCashSom > 0 || paidBefore(basket).length > 0;
  return (
    <section
      className={isDense ? `${styles.top} ${styles.dense}` : styles.top}
      aria-label={t('sale.payment.label')}
    >
      <div className={styles.due}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.back}
          onPointerDown={keepFocus}
          onClick={payment.close}
        >
          <ActionKey state="payment" action="backToBasket" /> {t('sale.payment.back')}
        </button>
        <span className={styles.dueWords}>{t('sale.totals.due')}</span>
        <strong className="figures">{format.number(basket?.dueSom ?? 0)}</strong>
      </div>
      {isSettled && <Providers />}
      {isSettled && <OtherWays />}
      <BeforeMoney />
      <RestOfExchange />
      <PaymentParts />
      {asksCash && <CashField />}
      {isSettled && (asksCash || view.changeSom > 0 || !isAsked) && <Change />}
      {isSettled && !asksCash && isAsked && (
        <div className={styles.wait}>{t('sale.payment.waitTerminal')}</div>
      )}
    </section>
  );
}

/** The goods that come back are worth more than the new ones: the difference goes over the counter. */
function RestOfExchange() {
  const { t } = useTranslation();
  const format = useFormat();
  const restSom = useSelling().basket?.exchange?.restSom ?? 0;
  if (restSom === 0) return null;
  return (
    <div className={styles.change}>
      <span>{t('sale.return.handBack')}</span>
      <strong className="figures">{format.number(restSom)}</strong>
    </div>
  );
}

/** Card systems and QR services by hand; the typed amount goes to the one that is pressed. */
function Providers() {
  const { t } = useTranslation();
  const { payment } = useSelling();
  const asked = payment.view.parts.filter(({ state }) => state === 'asked').map(({ provider }) => provider);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would give the row a border and a legend
    <div className={styles.providers} role="group" aria-label={t('sale.payment.providers')}>
      {[...cardsAsked, ...qrAsked].map((provider) => (
        <button
          key={provider}
          type="button"
          tabIndex={-1}
          className={styles.provider}
          aria-pressed={asked.includes(provider)}
          onPointerDown={keepFocus}
          onClick={() => payment.ask(provider)}
        >
          {providerNames[provider]}
        </button>
      ))}
    </div>
  );
}

/** What pays before money does, and what is given on top; their keys stand in the bar below. */
function OtherWays() {
  const { t } = useTranslation();
  const { basket, show } = useSelling();
  const hasCustomer = basket?.customer !== null && basket?.customer !== undefined;
  const ways: readonly { action: KeyAction<'payment'>; dialog: Dialog; isOpen: boolean }[] = [
    { action: 'giftCard', dialog: { kind: 'giftCard' }, isOpen: true },
    {
      action: 'account',
      dialog: { kind: 'account' },
      isOpen: (basket?.storeCreditAtMostSom ?? 0) > 0 || (basket?.storeCreditPaysSom ?? 0) > 0,
    },
    {
      action: 'sellOnCredit',
      dialog: hasCustomer ? { kind: 'sellOnCredit' } : askForCustomer,
      isOpen: true,
    },
    { action: 'roundUp', dialog: { kind: 'roundUp' }, isOpen: (basket?.funds.length ?? 0) > 0 },
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would give the row a border and a legend
    <div className={styles.ways} role="group" aria-label={t('sale.payment.other')}>
      {ways
        .filter(({ isOpen }) => isOpen)
        .map(({ action, dialog }) => (
          <button
            key={action}
            type="button"
            tabIndex={-1}
            className={styles.way}
            onPointerDown={keepFocus}
            onClick={() => show(dialog)}
          >
            <span className={styles.wayWords}>{t(`ui.keys.${action}`)}</span>
          </button>
        ))}
    </div>
  );
}

/** The cash that was handed over; the exact rest stands there, and the first figure replaces it. */
function CashField() {
  const { t } = useTranslation();
  const { payment, dialog } = useSelling();
  const box = useRef<HTMLDivElement>(null);
  const isExact = payment.typedSom === null;
  const { exactSom, amountSom } = payment.view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another rest is selected anew, so that typing replaces it
  useEffect(() => {
    if (dialog !== null) return;
    const field = box.current?.querySelector('input');
    field?.focus();
    if (isExact) field?.select();
  }, [isExact, exactSom, dialog]);
  return (
    <div ref={box} className={styles.cash} data-amount>
      <span aria-hidden="true">{t('sale.payment.received')}</span>
      <MoneyInput
        size="lg"
        aria-label={t('sale.payment.received')}
        className={styles.amount}
        value={isExact || amountSom > 0 ? amountSom : null}
        onChange={payment.type}
      />
    </div>
  );
}

function Change() {
  const { t } = useTranslation();
  const format = useFormat();
  const { view, keeping } = useSelling().payment;
  const { missingSom, changeSom, keptSom } = view;
  if (missingSom > 0) {
    return (
      <div className={`${styles.change} ${styles.missing}`}>
        <span>{t('sale.payment.missing')}</span>
        <strong className="figures">{format.number(missingSom)}</strong>
      </div>
    );
  }
  return (
    <div className={styles.change}>
      <span>
        {t('sale.payment.change')}
        {(changeSom > 0 || keeping !== 'none') && <KeepChange keptSom={keptSom} />}
      </span>
      <strong className="figures">{format.number(changeSom)}</strong>
    </div>
  );
}

/** Small change stays on the customer's account by one key; once more, all of it; once more, none. */
function KeepChange({ keptSom }: { keptSom: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { payment } = useSelling();
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.keep}
      aria-pressed={keptSom > 0}
      onPointerDown={keepFocus}
      onClick={payment.keepChange}
    >
      {t('sale.payment.toAccount')}
      {keptSom > 0 && <span className={`${styles.keptSum} figures`}> {format.number(keptSom)}</span>}{' '}
      <ActionKey state="payment" action="changeToAccount" />
    </button>
  );
}
