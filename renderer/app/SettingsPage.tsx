/** The settings in parts, each of its own room; a person sees the parts that the role may change. */
import { Stack, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { PersonalDataSection } from '../customer/PersonalDataSection.tsx';
import { PrintersSection } from '../receipt/PrintersSection.tsx';
import { BackupSection } from '../shop/BackupSection.tsx';
import { BonusSection } from '../shop/BonusSection.tsx';
import { CounterSection } from '../shop/CounterSection.tsx';
import { CreditSection } from '../shop/CreditSection.tsx';
import { DemoSection } from '../shop/DemoSection.tsx';
import { DiscountSection, ReferralSection } from '../shop/DiscountSection.tsx';
import { LanguageSection } from '../shop/LanguageSection.tsx';
import { LogoSection } from '../shop/LogoSection.tsx';
import { ServiceSection } from '../shop/ServiceSection.tsx';
import { ShopSection } from '../shop/ShopSection.tsx';
import { WayToReceiptForm } from '../shop/WayToReceiptForm.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { api } from './api.ts';
import { useMay, useSession } from './session.tsx';
import { useTill } from './useTill.ts';

interface Part {
  readonly name:
    | 'shop'
    | 'bonus'
    | 'discounts'
    | 'credit'
    | 'counter'
    | 'service'
    | 'printers'
    | 'backup'
    | 'personal'
    | 'language'
    | 'demo';
  readonly isOpen: boolean;
  readonly show: (settings: ShopSettings) => ReactNode;
}

function useParts(): readonly Part[] {
  const { isDemo } = useSession().shop;
  const mayChange = useMay('shop.changeSettings');
  const mayLeaveDemo = useMay('shop.leaveDemo');
  const parts: readonly Part[] = [
    {
      name: 'shop',
      isOpen: mayChange,
      show: (settings) => (
        <Stack gap="md">
          <ShopSection settings={settings} />
          <LogoSection />
          <WayToReceiptForm />
        </Stack>
      ),
    },
    { name: 'bonus', isOpen: mayChange, show: (settings) => <BonusSection settings={settings} /> },
    {
      name: 'discounts',
      isOpen: mayChange,
      show: (settings) => (
        <Stack gap="md">
          <DiscountSection settings={settings} />
          <ReferralSection settings={settings} />
        </Stack>
      ),
    },
    { name: 'credit', isOpen: mayChange, show: (settings) => <CreditSection settings={settings} /> },
    { name: 'counter', isOpen: mayChange, show: (settings) => <CounterSection settings={settings} /> },
    { name: 'service', isOpen: mayChange, show: (settings) => <ServiceSection settings={settings} /> },
    { name: 'printers', isOpen: useMay('receipt.manage'), show: () => <PrintersSection /> },
    {
      name: 'backup',
      isOpen: useMay('shop.backUp'),
      show: (settings) => <BackupSection settings={settings} mayChange={mayChange} />,
    },
    {
      name: 'personal',
      isOpen: mayChange,
      show: (settings) => <PersonalDataSection settings={settings} />,
    },
    {
      name: 'language',
      isOpen: true,
      show: (settings) => <LanguageSection settings={settings} mayChange={mayChange} />,
    },
    { name: 'demo', isOpen: isDemo && mayLeaveDemo, show: () => <DemoSection /> },
  ];
  return parts.filter((part) => part.isOpen);
}

export function SettingsPage() {
  const { t } = useTranslation();
  const { data, error } = useTill(api.shop.settings, {});
  const parts = useParts();
  const [first] = parts;
  return (
    <>
      <PageHeader title={t('ui.nav.settings')} />
      <ErrorAnswer error={error} />
      {data !== undefined && first !== undefined && (
        <Tabs defaultValue={first.name} keepMounted={false}>
          <Tabs.List mb="lg">
            {parts.map(({ name }) => (
              <Tabs.Tab key={name} value={name}>
                {t(`shop.part.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {parts.map(({ name, show }) => (
            <Tabs.Panel key={name} value={name}>
              {show(data)}
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </>
  );
}
