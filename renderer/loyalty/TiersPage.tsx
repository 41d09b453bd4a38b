/** The tiers: from which sum each begins, what it brings, and how many customers stand on it. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierRule } from '../../shared/loyalty/programmeContract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { LoyaltyTabs } from './LoyaltyTabs.tsx';
import { TierDrawer } from './TierDrawer.tsx';
import { TierNone } from './TierNone.tsx';
import { TierWindowSwitch } from './TierWindowSwitch.tsx';
import { mostTiers, nextTier, type TypedTier, tierFormOf } from './tierForm.ts';

type Counted = TierRule & { readonly customers: number };

export function TiersPage() {
  const { t } = useTranslation();
  const mayChange = useMay('loyalty.changeProgramme');
  const { data, error } = useTill(api.loyalty.tiers, {});
  const [edited, setEdited] = useState<TypedTier | null>(null);
  const columns = useColumns();
  const tiers = data?.tiers ?? [];
  const add = () => setEdited(nextTier(newIntentionId(), tiers));
  return (
    <>
      <LoyaltyTabs open="tiers">
        {mayChange && tiers.length > 0 && tiers.length < mostTiers && (
          <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={add}>
            {t('loyalty.tier.add')}
          </Button>
        )}
      </LoyaltyTabs>
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <>
          {tiers.length > 0 && <TierWindowSwitch window={data.window} tiers={tiers} mayChange={mayChange} />}
          <DataTable
            label={t('loyalty.tab.tiers')}
            columns={columns}
            rows={tiers}
            rowKey={({ tierId }) => tierId}
            {...(mayChange ? { onRow: (tier: Counted) => setEdited(tierFormOf(tier)) } : {})}
            empty={<TierNone window={data.window} mayChange={mayChange} onOne={add} />}
          />
          <TierDrawer
            tier={edited}
            window={data.window}
            ladder={tiers.map(({ customers: _, ...tier }) => tier)}
            onClose={() => setEdited(null)}
          />
        </>
      )}
    </>
  );
}

function useColumns(): readonly Column<Counted>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return [
    { key: 'name', header: t('common.name'), cell: ({ name }) => <strong>{textIn(name, language)}</strong> },
    {
      key: 'from',
      header: t('loyalty.tier.from'),
      isFigure: true,
      cell: ({ fromSom }) => format.som(fromSom),
    },
    {
      key: 'bonus',
      header: t('loyalty.tier.bonus'),
      isFigure: true,
      cell: ({ bonusBasisPoints: rate }) => (rate === null ? t('loyalty.tier.asShop') : format.percent(rate)),
    },
    {
      key: 'discount',
      header: t('loyalty.tier.discount'),
      isFigure: true,
      cell: ({ discountBasisPoints: rate }) => (rate === 0 ? '–' : format.percent(rate)),
    },
    {
      key: 'privilege',
      header: t('loyalty.tier.privilege'),
      cell: ({ privilege }) => textIn(privilege, language) || '–',
    },
    {
      key: 'customers',
      header: t('loyalty.tier.today'),
      isFigure: true,
      cell: ({ customers }) => format.number(customers),
    },
  ];
}
