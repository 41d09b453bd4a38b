/** One customer of the reminders list: the reminder, then everything about what they owe. */
import { Button, Drawer, Stack } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Debtor } from '../../shared/credit/contract.ts';
import { loneEscape } from '../ui/loneEscape.ts';
import { CustomerCredit } from './CustomerCredit.tsx';
import { useDebtorName } from './debtorName.ts';
import { Reminder } from './Reminder.tsx';

export interface DebtorDrawerProps {
  /** Null: the drawer is shut. */
  readonly debtor: Debtor | null;
  readonly onClose: () => void;
}

export function DebtorDrawer({ debtor, onClose }: DebtorDrawerProps) {
  const nameOf = useDebtorName();
  return (
    <Drawer
      opened={debtor !== null}
      onClose={onClose}
      {...loneEscape(onClose)}
      position="right"
      size={800}
      title={debtor === null ? '' : nameOf(debtor)}
    >
      {debtor !== null && <Content debtor={debtor} name={nameOf(debtor)} />}
    </Drawer>
  );
}

function Content({ debtor, name }: { debtor: Debtor; name: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { customerId } = debtor;
  return (
    <Stack gap="lg">
      {debtor.openSom > 0 && <Reminder debtor={debtor} />}
      <CustomerCredit customerId={customerId} name={name} />
      <Button
        variant="default"
        leftSection={<IconUser size={20} aria-hidden="true" />}
        onClick={() => void navigate({ to: `/customers/${customerId}` })}
      >
        {t('credit.toCustomer')}
      </Button>
    </Stack>
  );
}
