/** One field that finds a customer by phone, last digits, card or name, and makes a new one from a phone alone. */
import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { FoundCustomers } from './attachFound.tsx';
import { NewCustomer } from './attachNew.tsx';

export interface AttachCustomerProps {
  title: string;
  /** Why a customer is asked for, when it is not plain from the title. */
  hint?: string | undefined;
  /** What stands in the field at first: a phone that was scanned or typed before. */
  text?: string;
  /** An instant card in the customer's hand: a new phone registers it. */
  cardNumber?: string | null;
  onChosen: (customer: Customer) => void;
  onClose: () => void;
  /** Why the choice could not be carried out; shown below the field. */
  error?: { code: string; data: unknown } | null;
}

const fewestCharacters = 2;
const pauseMs = 80;

/** The text once the fingers rest, so that a list is asked once per word. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return rested.trim();
}

/**
 * | typed               | Enter                                  |
 * |---------------------|----------------------------------------|
 * | somebody fits       | chooses the first, or the one marked   |
 * | a phone nobody has  | makes this customer: the customer agrees |
 * | anything else       | nothing                                |
 */
export function AttachCustomerDialog(props: AttachCustomerProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={props.onClose} title={props.title} size={760} yOffset={40} centered={false}>
      <Stack gap="md">
        {props.hint !== undefined && <Text>{props.hint}</Text>}
        <Finder {...props} label={t('customer.attach.find')} />
        <ErrorAnswer error={props.error ?? null} />
      </Stack>
    </Modal>
  );
}

function Finder(props: AttachCustomerProps & { label: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState(props.text ?? '');
  const [place, setPlace] = useState(0);
  const [isAgreeing, setAgreeing] = useState(false);
  const rested = useRested(text);
  const isOn = rested.length >= fewestCharacters;
  const { data, error } = useTill(api.customer.find, { text: rested }, { isOn, forgets: true });
  const isCurrent = rested === text.trim() && isOn;
  const found = isCurrent ? (data?.customers ?? []) : [];
  const newPhone = isCurrent ? (data?.newPhone ?? null) : null;
  const chosen = Math.min(place, found.length - 1);

  const hear = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setPlace((chosen + step + found.length) % found.length);
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const customer = found[chosen];
    if (customer !== undefined) props.onChosen(customer);
    else if (newPhone !== null) setAgreeing(true);
  };

  return (
    <>
      <TextInput
        data-autofocus
        size="lg"
        aria-label={props.label}
        placeholder={props.label}
        leftSection={<IconSearch size={22} aria-hidden="true" />}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setPlace(0);
          setAgreeing(false);
        }}
        onKeyDown={hear}
      />
      <FoundCustomers customers={found} chosen={chosen} onChosen={props.onChosen} />
      {isCurrent && data !== undefined && found.length === 0 && newPhone === null && (
        <Text c="dimmed">{t('customer.attach.nobody')}</Text>
      )}
      {newPhone !== null && (
        <NewCustomer
          key={newPhone}
          phone={newPhone}
          cardNumber={props.cardNumber ?? null}
          isAgreeing={isAgreeing}
          onAgreed={() => setAgreeing(false)}
          onMade={props.onChosen}
        />
      )}
      {isCurrent && <ErrorAnswer error={error} />}
    </>
  );
}
