/** More numbers under which one customer is known: each with a label, added and taken away at once. */
import { ActionIcon, Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerAbout } from '../../shared/customer/profileContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PhoneInput } from '../ui/PhoneInput.tsx';

export interface MorePhonesProps {
  readonly customerId: string;
  readonly phones: CustomerAbout['phones'];
}

export function MorePhones({ customerId, phones }: MorePhonesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const remove = useIntention(api.customer.removePhone);
  const [isAdding, setAdding] = useState(false);
  return (
    <Stack gap="sm">
      {phones.map(({ phone, label }) => (
        <Group key={phone} gap="sm">
          <Text className="figures">{format.phone(phone)}</Text>
          <Text c="dimmed">{label}</Text>
          <ActionIcon
            aria-label={`${t('common.delete')}: ${format.phone(phone)}`}
            loading={remove.isSending}
            onClick={() => void remove.send({ customerId, phone })}
          >
            <IconX size={18} aria-hidden="true" />
          </ActionIcon>
        </Group>
      ))}
      <ErrorAnswer error={remove.error} />
      {isAdding ? (
        <AddPhone customerId={customerId} onClose={() => setAdding(false)} />
      ) : (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => setAdding(true)}
          >
            {t('customer.phones.add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Stands inside the form of the customer, so it has buttons of its own and no Enter of its own form. */
function AddPhone({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useIntention(api.customer.addPhone);
  const [phone, setPhone] = useState('');
  const [label, setLabel] = useState('');
  const save = async () => {
    const answer = await add.send({ customerId, phone, label: label.trim() });
    if (answer.ok) onClose();
  };
  const onEnter = (event: { key: string; preventDefault: () => void }) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (phone !== '') void save();
  };
  return (
    <>
      <SimpleGrid cols={2} spacing="lg">
        <PhoneInput
          autoFocus
          label={t('customer.phones.another')}
          value={phone}
          onChange={setPhone}
          onKeyDown={onEnter}
        />
        <TextInput
          label={t('customer.phones.label')}
          placeholder={t('customer.phones.labelExample')}
          autoComplete="off"
          maxLength={40}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          onKeyDown={onEnter}
        />
      </SimpleGrid>
      <Group gap="sm">
        <Button variant="light" loading={add.isSending} disabled={phone === ''} onClick={() => void save()}>
          {t('common.add')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Group>
      <ErrorAnswer error={add.error} />
    </>
  );
}
