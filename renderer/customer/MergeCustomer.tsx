/** Two customers who are one person: the other is found, both are shown, and everything goes to the first. */
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { AttachCustomerDialog } from './attachDialog.tsx';
import { BothCustomers } from './BothCustomers.tsx';

export function MergeCustomer({ into, onClose }: { into: Customer; onClose: () => void }) {
  const { t } = useTranslation();
  const [from, setFrom] = useState<Customer | null>(null);
  const isSame = from !== null && from.id === into.id;
  if (from === null || isSame) {
    return (
      <AttachCustomerDialog
        title={t('customer.merge.find')}
        hint={t('customer.merge.findHint')}
        onChosen={setFrom}
        onClose={onClose}
        error={isSame ? { code: 'SameCustomer', data: {} } : null}
      />
    );
  }
  return <BothShown into={into} from={from} onBack={() => setFrom(null)} onClose={onClose} />;
}

interface BothProps {
  into: Customer;
  from: Customer;
  onBack: () => void;
  onClose: () => void;
}

function BothShown({ into, from, onBack, onClose }: BothProps) {
  const { t } = useTranslation();
  const merge = useIntention(api.customer.merge);
  const confirm = async () => {
    const answer = await merge.send({ intoId: into.id, fromId: from.id });
    if (answer.ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('customer.merge.title')} size="lg">
      <Stack gap="md">
        <BothCustomers
          customers={[into, from]}
          head={({ id }) => (id === into.id ? t('customer.merge.stays') : t('customer.merge.joins'))}
        />
        <Alert color="amber">{t('customer.merge.warning')}</Alert>
        <ErrorAnswer error={merge.error} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t('customer.merge.other')}
          </Button>
          <Button loading={merge.isSending} onClick={() => void confirm()}>
            {t('customer.merge.join')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
