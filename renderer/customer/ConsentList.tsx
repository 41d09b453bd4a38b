/** What a customer agreed to, in the words they were told, and the way to take it back. */
import { Badge, Button, Paper, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import type { Instant } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './ConsentList.module.css';

export interface CustomerDetails {
  readonly customer: Customer;
  readonly consents: readonly {
    readonly id: string;
    readonly purpose: 'profile' | 'messages';
    readonly givenAt: Instant;
    readonly how: string;
    readonly wording: string;
    readonly personName: string;
    readonly withdrawnAt: Instant | null;
  }[];
  readonly sales: readonly {
    readonly id: string;
    readonly number: number;
    readonly soldAt: Instant;
    readonly netSom: number;
    readonly bonusEarnedSom: number;
  }[];
}
type Consent = CustomerDetails['consents'][number];

export function ConsentList({ details }: { details: CustomerDetails }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Consent | null>(null);
  const withdraw = useIntention(api.customer.withdrawConsent);
  const { customer, consents } = details;
  if (consents.length === 0) {
    return <EmptyState title={t('customer.noConsent')} hint={t('customer.noConsentHint')} />;
  }
  async function confirm(consent: Consent) {
    const answer = await withdraw.send({ customerId: customer.id, consentId: consent.id });
    if (answer.ok) setAsked(null);
  }
  return (
    <Stack gap="md">
      {consents.map((consent) => (
        <ConsentCard
          key={consent.id}
          consent={consent}
          onWithdraw={() => {
            withdraw.forget();
            setAsked(consent);
          }}
        />
      ))}
      <ConfirmDialog
        isOpen={asked !== null}
        title={t('customer.withdrawTitle')}
        action={t('customer.withdraw')}
        isDangerous
        isBusy={withdraw.isSending}
        onConfirm={() => asked !== null && void confirm(asked)}
        onCancel={() => setAsked(null)}
      >
        <div>{asked !== null && t(`customer.withdrawEffect.${asked.purpose}`)}</div>
        <ErrorAnswer error={withdraw.error} />
      </ConfirmDialog>
    </Stack>
  );
}

function ConsentCard({ consent, onWithdraw }: { consent: Consent; onWithdraw: () => void }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { purpose, givenAt, personName, wording, withdrawnAt, how } = consent;
  const howKey = `customer.consentHow.${how}`;
  return (
    <Paper>
      <div className={styles.head}>
        <strong>{t(`customer.purpose.${purpose}`)}</strong>
        {withdrawnAt === null ? (
          <Badge color="green">{t('customer.consentStands')}</Badge>
        ) : (
          <Badge color="gray">{t('customer.consentWithdrawn', { at: format.moment(withdrawnAt) })}</Badge>
        )}
        {withdrawnAt === null && (
          <Button className={styles.withdraw} variant="default" onClick={onWithdraw}>
            {t('customer.withdraw')}
          </Button>
        )}
      </div>
      <p className={styles.wording}>{wording}</p>
      <div className="muted">
        {[format.moment(givenAt), i18n.exists(howKey) ? t(howKey) : how, personName]
          .filter((part) => part !== '')
          .join(' · ')}
      </div>
    </Paper>
  );
}
