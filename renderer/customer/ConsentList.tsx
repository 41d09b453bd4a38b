/** What a customer allows the shop, how it came to be, and giving, taking back, signing and copying. */
import { Badge, Button, Group, Menu, Stack, Table, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileText, IconPencil, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ConsentSubject, consentSubjects } from '../../shared/customer/consent.ts';
import type { ConsentState } from '../../shared/customer/consentState.ts';
import { isAllowed } from '../../shared/customer/consentState.ts';
import type { Customer } from '../../shared/customer/contract.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useMay, useSession } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PrintJob } from '../ui/PrintJob.tsx';
import { pdfFileName } from '../ui/pdfFileName.ts';
import { ConsentHistory } from './ConsentHistory.tsx';
import styles from './ConsentList.module.css';
import { CopyOfPerson } from './CopyOfPerson.tsx';
import { GiveConsent } from './GiveConsent.tsx';

export interface ConsentListProps {
  readonly customer: Pick<Customer, 'id' | 'language'>;
}

export function ConsentList({ customer }: ConsentListProps) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.customer.consents, { customerId: customer.id });
  const mayNote = useMay('customer.create');
  const [asked, setAsked] = useState<ConsentSubject | null>(null);
  const [isGiving, setGiving] = useState(false);
  if (data === undefined) return <ErrorAnswer error={error} />;
  const standsAny = consentSubjects.some((subject) => isAllowed(data.now, subject));
  return (
    <Stack gap="lg">
      <Group gap="sm">
        {mayNote && (
          <Button leftSection={<IconPencil size={20} aria-hidden="true" />} onClick={() => setGiving(true)}>
            {t('customer.consent.give')}
          </Button>
        )}
        {mayNote && <PaperToSign customer={customer} />}
        <CopyOfPerson customerId={customer.id} />
      </Group>
      <Group justify="space-between" className={styles.standing}>
        <Title order={4}>{t('customer.consent.nowTitle')}</Title>
        {mayNote && standsAny && (
          <Button variant="default" onClick={() => setAsked('profile')}>
            {t('customer.consent.withdrawAll')}
          </Button>
        )}
      </Group>
      <Standing now={data.now} onWithdraw={mayNote ? setAsked : null} />
      {data.acts.length === 0 && <span className="muted">{t('customer.noConsentHint')}</span>}
      <ConsentHistory acts={data.acts} />
      {isGiving && <GiveConsent customer={customer} now={data.now} onClose={() => setGiving(false)} />}
      {asked !== null && (
        <WithdrawConsent customerId={customer.id} subject={asked} onClose={() => setAsked(null)} />
      )}
    </Stack>
  );
}

interface StandingProps {
  readonly now: ConsentState;
  /** Null for whoever may not take something back. */
  readonly onWithdraw: ((subject: ConsentSubject) => void) | null;
}

/** Purpose by purpose and channel by channel. */
function Standing({ now, onWithdraw }: StandingProps) {
  const { t } = useTranslation();
  return (
    <Table verticalSpacing={6} className={styles.standing}>
      <Table.Tbody>
        {consentSubjects.map((subject) => {
          const stands = isAllowed(now, subject);
          return (
            <Table.Tr key={subject} className={styles.row}>
              <Table.Td>{t(`customer.purpose.${subject}`)}</Table.Td>
              <Table.Td w={180}>
                <Badge color={stands ? 'green' : 'gray'}>
                  {stands ? t('customer.consentStands') : t('customer.consent.notGiven')}
                </Badge>
              </Table.Td>
              <Table.Td w={200} ta="right">
                {stands && onWithdraw !== null && (
                  <Button
                    variant="default"
                    aria-label={`${t('customer.withdraw')}: ${t(`customer.purpose.${subject}`)}`}
                    onClick={() => onWithdraw(subject)}
                  >
                    {t('customer.withdraw')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

interface WithdrawProps {
  readonly customerId: string;
  /** With the profile everything ends. */
  readonly subject: ConsentSubject;
  readonly onClose: () => void;
}

function WithdrawConsent({ customerId, subject, onClose }: WithdrawProps) {
  const { t } = useTranslation();
  const withdraw = useIntention(api.customer.withdrawConsent);
  const send = async () => {
    const answer = await withdraw.send({ customerId, subjects: [subject] });
    if (answer.ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('customer.withdrawTitle')}
      action={subject === 'profile' ? t('customer.consent.withdrawAll') : t('customer.withdraw')}
      isDangerous
      isBusy={withdraw.isSending}
      onConfirm={() => void send()}
      onCancel={onClose}
    >
      <strong>{t(`customer.purpose.${subject}`)}</strong>
      <div>{t(`customer.withdrawEffect.${subject === 'profile' ? 'profile' : 'messages'}`)}</div>
      <ErrorAnswer error={withdraw.error} />
    </ConfirmDialog>
  );
}

/** In the customer's language, else in that of the screen. */
function PaperToSign({ customer }: ConsentListProps) {
  const { t } = useTranslation();
  const { shop } = useSession();
  const screenLanguage = useLanguage();
  const language = customer.language ?? screenLanguage;
  const print = useIntention(api.customer.printConsent);
  const [isPdf, setPdf] = useState(false);
  const onPrinter = async () => {
    const answer = await print.send({ customerId: customer.id, language });
    if (answer.ok) notifications.show({ message: t('customer.consent.printed'), color: 'green' });
    print.forget();
  };
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="default"
            loading={print.isSending}
            leftSection={<IconPrinter size={20} aria-hidden="true" />}
          >
            {t('customer.consent.print')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPrinter size={18} />} onClick={() => void onPrinter()}>
            {t('customer.consent.onReceipt')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileText size={18} />} onClick={() => setPdf(true)}>
            {t('customer.consent.asPdf')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ErrorAnswer error={print.error} />
      {isPdf && (
        <PrintJob
          what={{ kind: 'customerConsent', id: `${customer.id}-${language}` }}
          title={t('customer.consent.print')}
          fileName={pdfFileName('rozilik', '', shop.businessDay)}
          onClose={() => setPdf(false)}
        />
      )}
    </>
  );
}
