/** How money is taken for a gift card or a debt: cash with its change, a card, QR, or the customer's account. */
import { SegmentedControl, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cardProviders, qrProviders } from '../../shared/basket.ts';
import type { Som } from '../../shared/money.ts';
import { useFormat } from '../app/language.ts';
import { providerNames } from '../app/providerNames.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import styles from './credit.module.css';
import { cashBalance, type MoneyKind, type MoneyTyped } from './moneyTyped.ts';

export interface MoneyFieldsProps {
  readonly typed: MoneyTyped;
  /** What is to be paid; null while nothing is typed. */
  readonly amountSom: Som | null;
  /** What the account holds, where it may pay; null where it may not. */
  readonly accountSom: number | null;
  readonly onChange: (typed: MoneyTyped) => void;
}

export function MoneyFields({ typed, amountSom, accountSom, onChange }: MoneyFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const kinds: readonly MoneyKind[] = [
    'cash',
    'card',
    'qr',
    ...(accountSom !== null && accountSom > 0 ? (['storeCredit'] as const) : []),
  ];
  const labels: Readonly<Record<MoneyKind, string>> = {
    cash: t('credit.money.cash'),
    card: t('credit.money.card'),
    qr: t('credit.money.qr'),
    storeCredit: t('credit.money.account', { sum: format.number(Math.max(0, accountSom ?? 0)) }),
  };
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('credit.money.how')}
        fullWidth
        data={kinds.map((value) => ({ value, label: labels[value] }))}
        value={typed.kind}
        onChange={(kind) => onChange({ ...typed, kind })}
      />
      {typed.kind === 'cash' && <CashField typed={typed} amountSom={amountSom} onChange={onChange} />}
      {typed.kind === 'card' && (
        <SegmentedControl
          aria-label={labels.card}
          data={cardProviders.map((value) => ({ value, label: providerNames[value] }))}
          value={typed.card}
          onChange={(card) => onChange({ ...typed, card })}
        />
      )}
      {typed.kind === 'qr' && (
        <SegmentedControl
          aria-label={labels.qr}
          data={qrProviders.map((value) => ({ value, label: providerNames[value] }))}
          value={typed.qr}
          onChange={(qr) => onChange({ ...typed, qr })}
        />
      )}
    </Stack>
  );
}

/** The exact sum stands behind an empty field, so that it need not be typed. */
function CashField({ typed, amountSom, onChange }: Omit<MoneyFieldsProps, 'accountSom'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <MoneyInput
        label={t('credit.money.received')}
        placeholder={amountSom === null ? '' : format.number(amountSom)}
        value={typed.receivedSom}
        onChange={(receivedSom) => onChange({ ...typed, receivedSom })}
      />
      {amountSom !== null && typed.receivedSom !== null && <Change typed={typed} amountSom={amountSom} />}
    </>
  );
}

function Change({ typed, amountSom }: { typed: MoneyTyped; amountSom: Som }) {
  const { t } = useTranslation();
  const { changeSom, missingSom } = cashBalance(typed, amountSom);
  return missingSom > 0 ? (
    <BigSum label={t('credit.money.missing')} sum={missingSom} isMissing />
  ) : (
    <BigSum label={t('credit.money.change')} sum={changeSom} />
  );
}

/** A sum that the cashier reads from afar: the change to hand over. */
export function BigSum({ label, sum, isMissing = false }: { label: string; sum: Som; isMissing?: boolean }) {
  const format = useFormat();
  return (
    <div className={isMissing ? `${styles.result} ${styles.missing}` : styles.result}>
      <span>{label}</span>
      <strong className="figures">{format.number(sum)}</strong>
    </div>
  );
}
