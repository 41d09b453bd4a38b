/** Whom something is for: the customer who was chosen, and the way to choose another. */
import { Button, Group, Input } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
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
      <Group gap="sm" pt={4} wrap="nowrap">
        <Button
          variant="default"
          leftSection={<IconUserSearch size={20} aria-hidden="true" />}
          onClick={() => setLooking(true)}
        >
          {customer === null ? choose : customer.name || t('customer.noName')}
        </Button>
        {customer !== null && (
          <Button variant="subtle" onClick={() => onChange(null)}>
            {t('common.clear')}
          </Button>
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
