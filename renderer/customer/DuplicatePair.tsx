/** Two customers who may be one person: what both say, why they look alike, and what is done with them. */
import { Badge, Button, Group, Paper, Radio, Stack } from '@mantine/core';
import { IconArrowsJoin, IconUsersMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import type { DuplicateReason } from '../../shared/customer/duplicates.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { BothCustomers } from './BothCustomers.tsx';
import { useCustomerName } from './customerName.ts';
import styles from './duplicates.module.css';

export interface Pair {
  readonly one: Customer;
  readonly other: Customer;
  readonly reasons: readonly DuplicateReason[];
}

/** The one who came more often stays, unless the person says otherwise: fewer receipts change their holder. */
function likelyKept({ one, other }: Pair): string {
  if (one.isRegistered !== other.isRegistered) return one.isRegistered ? one.id : other.id;
  if (one.visits !== other.visits) return one.visits > other.visits ? one.id : other.id;
  return one.createdAt <= other.createdAt ? one.id : other.id;
}

export function DuplicatePair({ pair }: { pair: Pair }) {
  const { t } = useTranslation();
  const nameOf = useCustomerName();
  const { one, other, reasons } = pair;
  const [keptId, setKeptId] = useState(() => likelyKept(pair));
  const merge = useIntention(api.customer.merge);
  const apart = useIntention(api.customer.notSamePerson);
  const fromId = keptId === one.id ? other.id : one.id;
  const label = t('customer.duplicates.pair', { one: nameOf(one), other: nameOf(other) });
  return (
    <Paper component="section" aria-label={label}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          <Group gap="xs">
            {reasons.map((reason) => (
              <Badge key={reason} variant="light">
                {t(`customer.duplicates.reason.${reason}`)}
              </Badge>
            ))}
          </Group>
          <Group gap="sm">
            <Button
              variant="default"
              leftSection={<IconUsersMinus size={20} aria-hidden="true" />}
              loading={apart.isSending}
              disabled={merge.isSending}
              onClick={() => void apart.send({ oneId: one.id, otherId: other.id })}
            >
              {t('customer.duplicates.notSame')}
            </Button>
            <Button
              leftSection={<IconArrowsJoin size={20} aria-hidden="true" />}
              loading={merge.isSending}
              disabled={apart.isSending}
              onClick={() => void merge.send({ intoId: keptId, fromId })}
            >
              {t('customer.duplicates.join')}
            </Button>
          </Group>
        </Group>
        <Radio.Group value={keptId} onChange={setKeptId} aria-label={t('customer.duplicates.whoStays')}>
          <BothCustomers
            customers={[one, other]}
            head={(customer) => (
              <Radio
                className={styles.stays ?? ''}
                value={customer.id}
                label={customer.id === keptId ? t('customer.merge.stays') : t('customer.merge.joins')}
              />
            )}
          />
        </Radio.Group>
        <ErrorAnswer error={merge.error ?? apart.error} />
      </Stack>
    </Paper>
  );
}
