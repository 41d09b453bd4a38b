/** How a customer is reminded of a debt: words to send, ready to copy, or the number to call where no messages are allowed. */
import { Group, Stack, Text } from '@mantine/core';
import { IconMessage, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Debtor } from '../../shared/credit/contract.ts';
import { reminderText } from '../../shared/credit/reminder.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import styles from './credit.module.css';

export function Reminder({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  if (debtor.phone === null) return <Text className="muted">{t('credit.reminder.noPhone')}</Text>;
  return debtor.mayMessage ? <Message debtor={debtor} phone={debtor.phone} /> : <Call phone={debtor.phone} />;
}

function Message({ debtor, phone }: { debtor: Debtor; phone: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const screenLanguage = useLanguage();
  const { shop } = useSession();
  const { name, openSom, overdueSom, dueOn } = debtor;
  const language = debtor.language ?? screenLanguage;
  const text = textIn(reminderText({ shopName: shop.name, name, openSom, overdueSom, dueOn }), language);
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <IconMessage size={20} aria-hidden="true" />
        <Text>{t('credit.reminder.message', { phone: format.phone(phone) })}</Text>
      </Group>
      <div className={styles.message} lang={language}>
        {text}
      </div>
      <Group gap="sm">
        <CopyButton text={text} label={t('credit.reminder.copy')} variant="filled" />
        <CopyButton text={phone} label={t('credit.reminder.copyPhone')} />
      </Group>
    </Stack>
  );
}

function Call({ phone }: { phone: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <IconPhone size={20} aria-hidden="true" />
        <Text>{t('credit.reminder.call')}</Text>
      </Group>
      <Group gap="lg">
        <span className={`${styles.phone} figures`}>{format.phone(phone)}</span>
        <CopyButton text={phone} label={t('credit.reminder.copyPhone')} />
      </Group>
    </Stack>
  );
}
