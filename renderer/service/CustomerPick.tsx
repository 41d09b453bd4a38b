/** Whom something is for: the customer who was chosen, and the way to choose another. */
import { ActionIcon, Button, Group, Input } from '@mantine/core';
import { IconUserSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachCustomerDialog } from '../customer/attachDialog.tsx';
import { useCustomerName } from '../customer/customerName.ts';

export interface Chosen {
  readonly id: string;
  readonly name: string;
}

export interface CustomerPickProps {
  readonly customer: Chosen | null;
  readonly onChange: (customer: Chosen | null) => void;
  readonly error?: string | undefined;
}

export function CustomerPick({ customer, onChange, error }: CustomerPickProps) {
  const { t } = useTranslation();
  const nameOf = useCustomerName();
  const [isLooking, setLooking] = useState(false);
  const choose = t('service.chooseCustomer');
  return (
    <Input.Wrapper label={t('customer.customer')} error={error}>
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          flex={1}
          miw={0}
          justify="flex-start"
          title={customer?.name}
          leftSection={<IconUserSearch size={20} aria-hidden="true" />}
          onClick={() => setLooking(true)}
        >
          {customer === null ? choose : customer.name || t('customer.noName')}
        </Button>
        {customer !== null && (
          <ActionIcon
            variant="default"
            size={44}
            aria-label={`${t('common.clear')}: ${t('customer.customer')}`}
            onClick={() => onChange(null)}
          >
            <IconX size={20} aria-hidden="true" />
          </ActionIcon>
        )}
      </Group>
      {isLooking && (
        <AttachCustomerDialog
          title={choose}
          onClose={() => setLooking(false)}
          onChosen={(found) => {
            onChange({ id: found.id, name: nameOf(found) });
            setLooking(false);
          }}
        />
      )}
    </Input.Wrapper>
  );
}
