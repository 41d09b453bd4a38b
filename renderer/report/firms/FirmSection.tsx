/** A customer who buys as a firm: tax number, contract, agreed prices, and the reconciliation of their account. */
import { Button, Group, Text } from '@mantine/core';
import { IconBuildingStore, IconFileText, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Firm } from '../../../shared/customer/firmContract.ts';
import { textIn } from '../../../shared/text.ts';
import { api } from '../../app/api.ts';
import { useFormat, useLanguage } from '../../app/language.ts';
import { useMay } from '../../app/session.tsx';
import { useTill } from '../../app/useTill.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorAnswer } from '../../ui/ErrorAnswer.tsx';
import { Section } from '../../ui/Section.tsx';
import { FirmDrawer } from './FirmDrawer.tsx';
import { PriceListGoods } from './PriceListGoods.tsx';
import { ReconciliationDialog } from './ReconciliationDialog.tsx';

export interface FirmSectionProps {
  readonly customerId: string;
  readonly name: string;
}

export function FirmSection({ customerId, name }: FirmSectionProps) {
  const { t } = useTranslation();
  const mayChange = useMay('customer.changeFirm');
  const mayReconcile = useMay('credit.read');
  const { data, error } = useTill(api.customer.firm, { customerId });
  const [open, setOpen] = useState<'edit' | 'account' | null>(null);
  if (data === undefined) return <ErrorAnswer error={error} />;
  const { firm } = data;
  const edit = mayChange && (
    <Button
      variant={firm === null ? 'filled' : 'default'}
      leftSection={
        firm === null ? (
          <IconBuildingStore size={20} aria-hidden="true" />
        ) : (
          <IconPencil size={20} aria-hidden="true" />
        )
      }
      onClick={() => setOpen('edit')}
    >
      {t(firm === null ? 'report.firm.make' : 'common.edit')}
    </Button>
  );
  const account = mayReconcile && (
    <Button
      variant="default"
      leftSection={<IconFileText size={20} aria-hidden="true" />}
      onClick={() => setOpen('account')}
    >
      {t('report.firm.reconcile')}
    </Button>
  );
  return (
    <Section title={t('report.firm.title')}>
      {firm === null ? (
        <EmptyState title={t('report.firm.none')} hint={t('report.firm.noneHint')} />
      ) : (
        <Details firm={firm} />
      )}
      <Group gap="sm">
        {edit}
        {account}
      </Group>
      <FirmDrawer
        customerId={customerId}
        name={name}
        firm={firm}
        isOpen={open === 'edit'}
        onClose={() => setOpen(null)}
      />
      <ReconciliationDialog
        customerId={customerId}
        name={firm?.legalName ?? name}
        isOpen={open === 'account'}
        onClose={() => setOpen(null)}
      />
    </Section>
  );
}

function Details({ firm }: { readonly firm: Firm }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const mayReadPrices = useMay('promotion.read');
  const lists = useTill(api.report.priceLists, {}, { isOn: mayReadPrices && firm.priceListTag !== '' }).data;
  const { contractNumber, contractOn, priceListTag } = firm;
  const ofFirm = (lists?.lists ?? []).filter(({ tags }) => tags.includes(priceListTag));
  const contract =
    contractNumber === ''
      ? t('report.firm.noContract')
      : contractOn === null
        ? t('report.firm.contractUndated', { number: contractNumber })
        : t('report.firm.contractNumbered', { number: contractNumber, day: format.day(contractOn) });
  return (
    <>
      <Text size="lg" fw={600}>
        {firm.legalName}
      </Text>
      <Text>
        {t('report.firm.taxNumber')}: <span className="figures">{firm.taxNumber}</span> · {contract}
      </Text>
      {priceListTag !== '' && (
        <Text>
          {t('report.firm.priceList')}: {priceListTag}
          {lists !== undefined && ofFirm.length === 0 && ` (${t('report.firm.noPrices')})`}
        </Text>
      )}
      {ofFirm.map((list) => (
        <PriceListGoods key={list.promotionId} name={textIn(list.name, language)} goods={list.goods} />
      ))}
    </>
  );
}
