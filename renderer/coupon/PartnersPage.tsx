/** Shops and bloggers that the shop works with: who they are and who owes whom. */
import { Badge, Button } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partner } from '../../shared/coupon/partnerContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { allOf, SaveList, useSavedWords } from '../app/SaveList.tsx';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { CouponTabs } from './CouponTabs.tsx';
import { PartnerDrawer } from './PartnerDrawer.tsx';
import { savedPartners } from './savedCoupons.ts';

export function PartnersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayChange = useMay('coupon.change');
  const { data, error } = useTill(api.coupon.partners, {});
  const [isNew, setNew] = useState(false);
  const columns = useColumns();
  const words = useSavedWords();
  const show = (partnerId: string) => void navigate({ to: `/coupons/partners/${partnerId}` });
  const add = mayChange && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setNew(true)}>
      {t('coupon.partner.add')}
    </Button>
  );
  return (
    <>
      <CouponTabs open="partners">
        <SaveList
          what="partners"
          name={t('coupon.tab.partners')}
          columns={savedPartners(words)}
          rows={allOf(data?.partners ?? [])}
        />
        {add}
      </CouponTabs>
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <DataTable
          label={t('coupon.tab.partners')}
          columns={columns}
          rows={data.partners}
          rowKey={(partner) => partner.partnerId}
          onRow={(partner) => show(partner.partnerId)}
          empty={
            <EmptyState
              icon={<IconUsers size={48} />}
              title={t('coupon.partner.empty')}
              hint={t('coupon.partner.emptyHint')}
              action={add}
            />
          }
        />
      )}
      <PartnerDrawer
        edited={isNew ? 'new' : null}
        onClose={() => setNew(false)}
        onSaved={(partnerId) => show(partnerId)}
      />
    </>
  );
}

/** Who owes whom, in words: a sign alone would be read either way. */
export function useBalanceWords(): (balanceSom: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (balance) => {
    if (balance === 0) return t('coupon.partner.even');
    const sum = format.som(Math.abs(balance));
    return balance > 0 ? t('coupon.partner.owesUs', { sum }) : t('coupon.partner.weOwe', { sum });
  };
}

function useColumns(): readonly Column<Partner>[] {
  const { t } = useTranslation();
  const balanceWords = useBalanceWords();
  return [
    {
      key: 'name',
      header: t('common.name'),
      cell: ({ name, isActive }) => (
        <>
          {name}
          {!isActive && (
            <Badge color="gray" ml="sm">
              {t('coupon.partner.stopped')}
            </Badge>
          )}
        </>
      ),
    },
    {
      key: 'kind',
      header: t('coupon.partner.kindLabel'),
      width: 180,
      cell: ({ kind }) => t(`coupon.partner.kind.${kind}`),
    },
    { key: 'contact', header: t('coupon.partner.contact'), cell: ({ contact }) => contact || '–' },
    {
      key: 'balance',
      header: t('coupon.partner.balance'),
      isFigure: true,
      width: 240,
      cell: ({ balanceSom }) => balanceWords(balanceSom),
    },
  ];
}
