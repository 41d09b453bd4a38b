/** Why goods come back: five reasons, each with its figure. */
import { useTranslation } from 'react-i18next';
import { type ReturnReason, returnReasons } from '../../shared/sale/returnContract.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import styles from './returns.module.css';

interface ReasonKeysProps {
  /** False where figures are typed into fields: the reasons then wait for a finger. */
  readonly hasKeys?: boolean;
  readonly reason: ReturnReason | null;
  readonly onReason: (reason: ReturnReason) => void;
}

export function ReasonKeys({ hasKeys = true, reason, onReason }: ReasonKeysProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.reasons}>
      <legend>{t('sale.return.why')}</legend>
      {returnReasons.map((each, place) => (
        <button
          key={each}
          type="button"
          className={styles.reason}
          aria-pressed={each === reason}
          onClick={() => onReason(each)}
        >
          {hasKeys && <KeyCap binding={`Digit${place + 1}`} />}
          <span>{t(`sale.return.reason.${each}`)}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** The reason that a pressed figure stands for, on the row of figures or on the pad; null for any other key. */
export function reasonOfKey(event: Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey'>): ReturnReason | null {
  if (event.altKey || event.ctrlKey) return null;
  const figure = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
  return figure === undefined ? null : (returnReasons[Number(figure) - 1] ?? null);
}
