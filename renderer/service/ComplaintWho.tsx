/** Who complains, or how somebody without a card is reached, and about whom where there is no receipt. */
import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { AttachCustomerDialog } from '../customer/attachDialog.tsx';
import { useCustomerName } from '../customer/customerName.ts';
import type { KnownOfComplaint } from './useComplaintReceipt.ts';

export interface ComplaintWhoProps {
  readonly known: KnownOfComplaint;
  readonly reach: string;
  readonly onReach: (reach: string) => void;
  readonly sellerId: string | null;
  readonly onSeller: (sellerId: string | null) => void;
}

export function ComplaintWho({ known, reach, onReach, sellerId, onSeller }: ComplaintWhoProps) {
  const { t } = useTranslation();
  const [isLooking, setLooking] = useState(false);
  const nameOf = useCustomerName();
  const { customer, receipt, chooseCustomer } = known;
  return (
    <>
      {customer !== null ? (
        <Group gap="sm" wrap="nowrap">
          <Text>
            {t('customer.customer')}: <strong>{customer.name}</strong>
          </Text>
          <Button variant="subtle" onClick={() => chooseCustomer(null)}>
            {t('service.complaint.otherCustomer')}
          </Button>
        </Group>
      ) : (
        <Group gap="sm" align="flex-end" wrap="nowrap">
          <TextInput
            label={t('service.complaint.reach')}
            placeholder={t('service.complaint.reachHint')}
            maxLength={80}
            autoComplete="off"
            style={{ flex: 1 }}
            value={reach}
            onChange={(event) => onReach(event.currentTarget.value)}
          />
          <Button
            variant="default"
            leftSection={<IconUserSearch size={20} aria-hidden="true" />}
            onClick={() => setLooking(true)}
          >
            {t('service.complaint.findCustomer')}
          </Button>
          {receipt === null && <SellerSelect sellerId={sellerId} onSeller={onSeller} />}
        </Group>
      )}
      {isLooking && (
        <AttachCustomerDialog
          title={t('service.complaint.findCustomer')}
          onChosen={(found) => {
            chooseCustomer({ id: found.id, name: nameOf(found) });
            setLooking(false);
          }}
          onClose={() => setLooking(false)}
        />
      )}
    </>
  );
}

function SellerSelect({ sellerId, onSeller }: Pick<ComplaintWhoProps, 'sellerId' | 'onSeller'>) {
  const { t } = useTranslation();
  const people = useTill(api.staff.people, {}).data?.people ?? [];
  return (
    <Select
      label={t('service.complaint.aboutWhom')}
      clearable
      placeholder={t('ui.notChosen')}
      data={people.map(({ id, name }) => ({ value: id, label: name }))}
      value={sellerId}
      onChange={onSeller}
    />
  );
}
