/** The lower half of the right column: quick amounts, the pad and the pay buttons, the same place in every state. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { ActionKey } from '../ui/KeyCap.tsx';
import { Numpad } from '../ui/Numpad.tsx';
import styles from './MoneyKeys.module.css';
import { useSelling } from './selling.ts';
import type { SellActions } from './useSellActions.ts';

const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

export function MoneyKeys({ actions }: { actions: SellActions }) {
  const { payment } = useSelling();
  return (
    <div className={styles.keys}>
      <QuickAmounts actions={actions} />
      <Numpad onKey={payment.isOpen ? actions.padInPayment : actions.pad} />
      <PayButtons />
    </div>
  );
}

/** Exact first, then the notes a customer is likely to hand over. */
function QuickAmounts({ actions }: { actions: SellActions }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { basket } = useSelling();
  const amounts = basket?.quickAmountsSom ?? [];
  const isOff = basket === null || basket.lines.length === 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would give the row a border and a legend
    <div className={styles.amounts} role="group" aria-label={t('sale.payment.quickAmounts')}>
      {[0, 1, 2, 3].map((place) => {
        const amountSom = amounts[place - 1];
        const isEmpty = isOff || (place > 0 && amountSom === undefined);
        return (
          <button
            key={place}
            type="button"
            tabIndex={-1}
            className={place === 0 ? styles.amount : `${styles.amount} figures`}
            disabled={isEmpty}
            onPointerDown={keepFocus}
            onClick={() => actions.quickAmount(place)}
          >
            {place === 0 ? t('sale.payment.exact') : amountSom === undefined ? '' : format.number(amountSom)}
          </button>
        );
      })}
    </div>
  );
}

function PayButtons() {
  const { t } = useTranslation();
  const { basket, payment } = useSelling();
  const isEmpty = basket === null || basket.lines.length === 0;
  const asked = payment.view.parts.some(({ state }) => state === 'asked');
  const words = payment.isOpen
    ? t(asked ? 'sale.payment.confirm' : 'sale.payment.complete')
    : t('sale.payment.open');
  return (
    <div className={styles.pay}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.main}
        disabled={isEmpty || payment.isSending}
        onPointerDown={keepFocus}
        onClick={() => (payment.isOpen ? payment.complete() : payment.open())}
      >
        <span>{words}</span>
        {payment.isOpen ? (
          <ActionKey state="payment" action="complete" isOnColour />
        ) : (
          <ActionKey state="selling" action="pay" isOnColour />
        )}
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={styles.card}
        disabled={isEmpty || payment.isSending}
        onPointerDown={keepFocus}
        onClick={payment.askCard}
      >
        <span>{t('sale.payment.card')}</span>
        <ActionKey state="selling" action="payByCard" />
      </button>
    </div>
  );
}
