/** Two customers who are one person: the other is found, both are shown, and everything goes to the first. */
import { Alert, Button, Group, Modal, Stack, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { AttachCustomerDialog } from './attachDialog.tsx';
import { useCustomerName } from './customerName.ts';

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
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th />
              <Table.Th>{t('customer.merge.stays')}</Table.Th>
              <Table.Th>{t('customer.merge.joins')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Rows into={into} from={from} />
          </Table.Tbody>
        </Table>
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

/** What tells two people apart, side by side. */
function Rows({ into, from }: Pick<BothProps, 'into' | 'from'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCustomerName();
  const rows: readonly (readonly [string, (customer: Customer) => string])[] = [
    [t('customer.customer'), nameOf],
    [t('common.phone'), ({ phone }) => (phone === null ? '–' : format.phone(phone))],
    [t('customer.cards.title'), ({ cardNumbers }) => cardNumbers.join(', ') || '–'],
    [t('customer.visits'), ({ visits }) => format.number(visits)],
    [t('customer.paidColumn'), ({ paidSom }) => format.number(paidSom)],
    [t('customer.merge.bonus'), ({ bonusSom }) => format.number(bonusSom)],
    [t('customer.birthDate'), ({ birthDate }) => (birthDate === null ? '–' : format.day(birthDate))],
  ];
  return rows.map(([words, tell]) => (
    <Table.Tr key={words}>
      <Table.Td>{words}</Table.Td>
      <Table.Td>{tell(into)}</Table.Td>
      <Table.Td>{tell(from)}</Table.Td>
    </Table.Tr>
  ));
}
