/** One coupon with everything that happened to it: who gave it, who used it, who cancelled it, when and on which receipt. */
import { Alert, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouponRow } from '../../shared/coupon/contract.ts';
import { codeWritten } from '../../shared/coupon/couponMessage.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import styles from './CouponFate.module.css';
import { VoidDialog } from './VoidDialog.tsx';

export const stateColours = { issued: 'green', redeemed: 'teal', expired: 'amber', voided: 'red' } as const;

export function CouponFate({ coupon }: { coupon: CouponRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayVoid = useMay('coupon.void');
  const [isVoiding, setVoiding] = useState(false);
  const send = useIntention(api.coupon.void);
  return (
    <Stack gap="md">
      <Alert color={stateColours[coupon.state]} title={t(`coupon.state.${coupon.state}`)}>
        <Stack gap="xs">
          <strong className="figures">{codeWritten(coupon.code)}</strong>
          <span>{textIn(coupon.seriesName, language)}</span>
          <span className="muted">{textIn(coupon.sentence, language)}</span>
        </Stack>
      </Alert>
      <Facts coupon={coupon} />
      {mayVoid && coupon.state === 'issued' && (
        <Button variant="default" color="red" onClick={() => setVoiding(true)}>
          {t('coupon.void')}
        </Button>
      )}
      <VoidDialog
        isOpen={isVoiding}
        title={t('coupon.voidTitle', { code: codeWritten(coupon.code) })}
        effect={t('coupon.voidEffect')}
        error={send.error}
        isSending={send.isSending}
        onVoid={(reason) => send.send({ code: coupon.code, reason })}
        onClose={() => setVoiding(false)}
      />
    </Stack>
  );
}

/** A line is there only when it happened. */
function useFacts(coupon: CouponRow): readonly (readonly [name: string, fact: string])[] {
  const { t } = useTranslation();
  const format = useFormat();
  const happened = (at: string, by: string | null, receipt: number | null) =>
    [at, receipt === null ? null : t('coupon.onReceipt', { number: receipt }), by]
      .filter((part) => part !== null)
      .join(' · ');
  const { redeemedAt, voidedAt, minimumSom, usesAllowed } = coupon;
  return [
    [t('coupon.fact.days'), `${format.day(coupon.validFrom)} – ${format.day(coupon.expiresOn)}`],
    ...(minimumSom > 0 ? [[t('coupon.fact.minimum'), format.som(minimumSom)] as const] : []),
    [t('coupon.fact.holder'), coupon.customerName ?? t('coupon.forAnybody')],
    [
      t('coupon.fact.issued'),
      happened(format.moment(coupon.issuedAt), coupon.issuedBy, coupon.issuedReceiptNumber),
    ],
    ...(redeemedAt === null
      ? []
      : [
          [
            t('coupon.fact.redeemed'),
            happened(format.moment(redeemedAt), coupon.redeemedBy, coupon.redeemedReceiptNumber),
          ] as const,
        ]),
    ...(usesAllowed > 1
      ? [
          [
            t('coupon.fact.uses'),
            t('coupon.usesOf', { used: format.number(coupon.usesCount), all: format.number(usesAllowed) }),
          ] as const,
        ]
      : []),
    ...(voidedAt === null
      ? []
      : [
          [t('coupon.fact.voided'), happened(format.moment(voidedAt), coupon.voidedBy, null)] as const,
          [t('common.reason'), coupon.voidReason ?? '–'] as const,
        ]),
  ];
}

function Facts({ coupon }: { coupon: CouponRow }) {
  const facts = useFacts(coupon);
  return (
    <dl className={styles.facts}>
      {facts.map(([name, fact]) => (
        <div key={name}>
          <dt className="muted">{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
