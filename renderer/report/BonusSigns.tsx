/** What looks odd in earning and spending, in words that count and accuse nobody. */
import { SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './BonusReport.module.css';

type DataOf<V> = V extends (...input: never[]) => Promise<Answer<infer Data>> ? Data : never;
type Sign = DataOf<typeof api.report.bonusSigns>['signs'][number];

const spans = [7, 30, 90] as const;

export function BonusSigns() {
  const { t } = useTranslation();
  const [days, setDays] = useState(30);
  const { data, error } = useTill(api.report.bonusSigns, { days }, { keepsLast: true });
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{t('report.bonus.signs')}</h2>
      <SegmentedControl
        w="fit-content"
        value={String(days)}
        onChange={(value) => setDays(Number(value))}
        data={spans.map((span) => ({
          value: String(span),
          label: t('report.bonus.lastDays', { count: span }),
        }))}
      />
      <ErrorAnswer error={error} />
      {data?.signs.length === 0 && <p className={styles.nothing}>{t('report.bonus.noSigns')}</p>}
      <ul className={styles.signs}>
        {data?.signs.map((sign) => (
          <SignRow key={`${sign.kind} ${sign.personName} ${sign.customerId} ${sign.lastOn}`} sign={sign} />
        ))}
      </ul>
    </section>
  );
}

function SignRow({ sign }: { sign: Sign }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { customerId, customerName } = sign;
  return (
    <li className={styles.sign}>
      <span className={styles.signWords}>
        {t(`report.bonus.sign.${sign.kind}`, {
          person: sign.personName ?? '',
          times: format.number(sign.times),
          usual: format.number(sign.usualTimes),
          sum: format.som(sign.sumSom),
        })}
      </span>
      {customerId !== null && (
        <Link to={`/customers/${customerId}`}>
          {customerName === null || customerName === '' ? t('customer.noName') : customerName}
        </Link>
      )}
      <span className="muted">{format.day(sign.lastOn)}</span>
    </li>
  );
}
