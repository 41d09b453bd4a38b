/** Bonus for deeds: what each kind brings, and what was given to whom. */
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedKinds } from './DeedKinds.tsx';
import { DeedsGiven } from './DeedsGiven.tsx';
import { LoyaltyTabs } from './LoyaltyTabs.tsx';

export function DeedsPage() {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'kinds' | 'given'>('kinds');
  return (
    <>
      <LoyaltyTabs open="deeds" />
      <div>
        <SegmentedControl
          aria-label={t('loyalty.tab.deeds')}
          value={shown}
          onChange={(value) => setShown(value === 'given' ? value : 'kinds')}
          data={(['kinds', 'given'] as const).map((value) => ({
            value,
            label: t(`loyalty.deed.show.${value}`),
          }))}
        />
      </div>
      {shown === 'kinds' ? <DeedKinds /> : <DeedsGiven customerId={null} />}
    </>
  );
}
