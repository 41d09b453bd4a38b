/** One customer: who it is, what they bought, their bonus account, and what they agreed to. */
import { Alert, Button, Group, Tabs } from '@mantine/core';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import { defaultTimeZone, localTimeOf } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { type TillAnswer, useTill } from '../app/useTill.ts';
import { ConsentList, type CustomerDetails } from '../customer/ConsentList.tsx';
import { CustomerCards } from '../customer/CustomerCards.tsx';
import { useCustomerName } from '../customer/customerName.ts';
import { EditCustomerDrawer } from '../customer/EditCustomerDrawer.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Kpi } from '../ui/Kpi.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { BonusActions } from './BonusActions.tsx';
import { type BonusAccount, BonusMovements } from './BonusMovements.tsx';
import styles from './CustomerPage.module.css';
import { DeedsGiven } from './DeedsGiven.tsx';
import { Referrals } from './Referrals.tsx';
import { Standing } from './Standing.tsx';

export interface CustomerPageProps {
  customerId: string;
  /** What other rooms know of the customer: a room may not look into its neighbour, so the routes bring it. */
  sections: readonly CustomerSection[];
  /** What another program told of the time before this till; nothing for most customers. */
  before: ReactNode;
}

/** A tab of the page that belongs to another room. */
export interface CustomerSection {
  readonly name: 'coupons' | 'credit';
  readonly show: (customer: { readonly id: string; readonly name: string }) => ReactNode;
}

export function CustomerPage({ customerId, sections, before }: CustomerPageProps) {
  const mayChange = useMay('customer.change');
  const { data, error } = useTill(api.customer.get, { customerId });
  const account = useTill(api.loyalty.account, { customerId });
  const nameOf = useCustomerName();
  const [isEditing, setEditing] = useState(false);
  if (data === undefined) {
    return (
      <>
        <Group>
          <BackToList />
        </Group>
        <ErrorAnswer error={error} />
      </>
    );
  }
  const { customer } = data;
  return (
    <>
      <Header
        customer={customer}
        onEdit={mayChange && customer.isRegistered ? () => setEditing(true) : null}
      />
      {!customer.isRegistered && <InstantCardHint />}
      <Figures customer={customer} account={account.data} />
      <Standing customerId={customerId} />
      {before}
      <CustomerTabs details={data} account={account} sections={sections} name={nameOf(customer)} />
      {mayChange && (
        <EditCustomerDrawer customer={isEditing ? customer : null} onClose={() => setEditing(false)} />
      )}
    </>
  );
}

function BackToList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Button
      variant="default"
      leftSection={<IconArrowLeft size={20} aria-hidden="true" />}
      onClick={() => void navigate({ to: '/customers' })}
    >
      {t('ui.nav.customers')}
    </Button>
  );
}

function InstantCardHint() {
  const { t } = useTranslation();
  return <Alert color="amber">{t('customer.instantCardHint')}</Alert>;
}

function Header({ customer, onEdit }: { customer: Customer; onEdit: (() => void) | null }) {
  const { t } = useTranslation();
  const nameOf = useCustomerName();
  return (
    <PageHeader title={nameOf(customer)} note={useFactsLine(customer)}>
      <BackToList />
      {onEdit !== null && (
        <Button leftSection={<IconPencil size={20} aria-hidden="true" />} onClick={onEdit}>
          {t('common.edit')}
        </Button>
      )}
    </PageHeader>
  );
}

/** Phone, cards, and since when. */
function useFactsLine(customer: Customer): string {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = customer.phone !== null && customer.name !== '' ? [format.phone(customer.phone)] : [];
  const cards = customer.cardNumbers.map((number) => t('customer.cardNumbered', { number }));
  const since = t('customer.since', { at: format.day(localTimeOf(customer.createdAt, defaultTimeZone).day) });
  return [...phone, ...cards, since].join(' · ');
}

function Figures({ customer, account }: { customer: Customer; account: BonusAccount | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lastVisitOn } = customer;
  const soon =
    account === undefined || account.nextExpiryOn === null || account.expiringSoonSom === 0
      ? undefined
      : t('loyalty.expiring', {
          sum: format.number(account.expiringSoonSom),
          day: format.day(account.nextExpiryOn),
        });
  return (
    <div className={styles.figures}>
      <Kpi
        title={t('loyalty.balance')}
        value={format.number(account?.balanceSom ?? customer.bonusSom)}
        formula={t('loyalty.balanceFormula')}
        {...(soon === undefined ? {} : { note: soon })}
      />
      <Kpi
        title={t('customer.paidColumn')}
        value={format.number(customer.paidSom)}
        formula={t('customer.paidFormula')}
      />
      <Kpi
        title={t('customer.visits')}
        value={format.number(customer.visits)}
        formula={t('customer.visitsFormula')}
        note={
          lastVisitOn === null ? t('customer.never') : t('customer.lastOn', { day: format.day(lastVisitOn) })
        }
      />
      <Kpi
        title={t('customer.average')}
        value={format.number(customer.averageSom)}
        formula={t('customer.averageFormula')}
      />
    </div>
  );
}

interface CustomerTabsProps {
  details: CustomerDetails;
  account: TillAnswer<BonusAccount>;
  sections: readonly CustomerSection[];
  name: string;
}

function CustomerTabs({ details, account, sections, name }: CustomerTabsProps) {
  const { t } = useTranslation();
  const { customer } = details;
  return (
    <Tabs defaultValue="receipts" className={styles.tabs} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="receipts">{t('customer.receipts')}</Tabs.Tab>
        <Tabs.Tab value="bonus">{t('loyalty.movements')}</Tabs.Tab>
        {sections.map((section) => (
          <Tabs.Tab key={section.name} value={section.name}>
            {t(`loyalty.section.${section.name}`)}
          </Tabs.Tab>
        ))}
        <Tabs.Tab value="deeds">{t('loyalty.tab.deeds')}</Tabs.Tab>
        <Tabs.Tab value="referrals">{t('loyalty.referrals')}</Tabs.Tab>
        <Tabs.Tab value="cards">{t('customer.cards.title')}</Tabs.Tab>
        <Tabs.Tab value="consents">{t('customer.consents')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="receipts" className={styles.panel}>
        <CustomerReceipts sales={details.sales} />
      </Tabs.Panel>
      <Tabs.Panel value="bonus" className={styles.panel}>
        <BonusOfCustomer customer={customer} account={account} />
      </Tabs.Panel>
      {sections.map((section) => (
        <Tabs.Panel key={section.name} value={section.name} className={styles.panel}>
          {section.show({ id: customer.id, name })}
        </Tabs.Panel>
      ))}
      <Tabs.Panel value="deeds" className={styles.panel}>
        <DeedsGiven customerId={customer.id} />
      </Tabs.Panel>
      <Tabs.Panel value="referrals" className={styles.panel}>
        <Referrals customerId={customer.id} />
      </Tabs.Panel>
      <Tabs.Panel value="cards" className={styles.panel}>
        <CustomerCards customer={customer} />
      </Tabs.Panel>
      <Tabs.Panel value="consents" className={styles.panel}>
        <ConsentList details={details} />
      </Tabs.Panel>
    </Tabs>
  );
}

function BonusOfCustomer({ customer, account }: { customer: Customer; account: TillAnswer<BonusAccount> }) {
  const { data, error } = account;
  return (
    <>
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <>
          <BonusActions customer={customer} spendableSom={data.spendableSom} />
          <BonusMovements account={data} />
        </>
      )}
    </>
  );
}

type Sale = CustomerDetails['sales'][number];

function CustomerReceipts({ sales }: { sales: readonly Sale[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const columns: readonly Column<Sale>[] = [
    { key: 'at', header: t('common.date'), cell: (sale) => format.moment(sale.soldAt) },
    { key: 'number', header: t('customer.receiptNumber'), isFigure: true, cell: (sale) => sale.number },
    { key: 'net', header: t('common.total'), isFigure: true, cell: (sale) => format.som(sale.netSom) },
    {
      key: 'bonus',
      header: t('loyalty.earned'),
      isFigure: true,
      cell: (sale) => format.signedNumber(sale.bonusEarnedSom),
    },
  ];
  return (
    <DataTable
      label={t('customer.receipts')}
      columns={columns}
      rows={sales}
      rowKey={(sale) => sale.id}
      onRow={(sale) => void navigate({ to: `/receipts/${sale.id}` })}
      empty={<EmptyState title={t('customer.noReceipts')} />}
    />
  );
}
