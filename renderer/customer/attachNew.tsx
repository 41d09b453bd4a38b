/** A new customer from a phone alone: the wording is shown, the customer agrees, one key makes the card. */
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './attach.module.css';

interface NewCustomerProps {
  phone: string;
  cardNumber: string | null;
  /** Enter in the field above: the cashier has asked, and the customer agrees. */
  isAgreeing: boolean;
  onAgreed: () => void;
  onMade: (customer: Customer) => void;
}

/** Makes the customer once; agreeing to messages is asked apart from agreeing to be kept. */
function useMakeCustomer({ phone, cardNumber, onMade }: NewCustomerProps) {
  const language = useLanguage();
  const wording = useTill(api.customer.consentWording, { language }).data;
  const { send, isSending, error } = useIntention(api.customer.create);
  const [name, setName] = useState('');
  const [agrees, setAgrees] = useState(false);
  const [wantsMessages, setWantsMessages] = useState(false);
  const version = wording?.version;
  const make = async () => {
    if (version === undefined) return;
    setAgrees(true);
    const answer = await send({
      phone,
      name,
      // Nobody asked: the receipt speaks the shop's language until the customer says otherwise.
      language: null,
      consentProfile: true,
      consentMessages: wantsMessages,
      consentVersion: version,
      consentLanguage: language,
      cardNumber,
    });
    if (answer.ok) onMade(answer.data.customer);
  };
  return {
    wording,
    name,
    setName,
    agrees,
    setAgrees,
    wantsMessages,
    setWantsMessages,
    make,
    isSending,
    error,
  };
}

export function NewCustomer(props: NewCustomerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { isAgreeing, onAgreed } = props;
  const { wording, agrees, make, ...customer } = useMakeCustomer(props);
  const latest = useRef({ make, onAgreed });
  useEffect(() => {
    latest.current = { make, onAgreed };
  });
  useEffect(() => {
    if (!isAgreeing) return;
    latest.current.onAgreed();
    void latest.current.make();
  }, [isAgreeing]);

  return (
    <Stack gap="sm" className={styles.fresh}>
      <Text fw={700} size="lg">
        {t('customer.attach.newWith', { phone: format.phone(props.phone) })}
      </Text>
      <Checkbox
        size="md"
        checked={agrees}
        onChange={(event) => customer.setAgrees(event.currentTarget.checked)}
        label={t('customer.attach.agrees')}
        description={wording?.profile}
      />
      <Checkbox
        size="md"
        checked={customer.wantsMessages}
        onChange={(event) => customer.setWantsMessages(event.currentTarget.checked)}
        label={t('customer.attach.wantsMessages')}
        description={wording?.messages}
      />
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <TextInput
          style={{ flex: 1 }}
          label={t('customer.attach.nameIfTold')}
          value={customer.name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => customer.setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && agrees) void make();
          }}
        />
        <Button
          leftSection={<IconUserPlus size={20} aria-hidden="true" />}
          disabled={!agrees}
          loading={customer.isSending}
          onClick={() => void make()}
        >
          {t('customer.attach.make')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('customer.attach.enterAgrees')}
      </Text>
      <ErrorAnswer error={customer.error} />
    </Stack>
  );
}
