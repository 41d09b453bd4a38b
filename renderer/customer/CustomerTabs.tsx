/** The pages about all customers, one beside the other. */
import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.tsx';

const addresses = {
  list: '/customers',
  segments: '/customers/segments',
  abc: '/customers/abc',
  firms: '/customers/firms',
  duplicates: '/customers/duplicates',
} as const;

export type CustomerTab = keyof typeof addresses;

export function CustomerTabs({ open }: { open: CustomerTab }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const maySegments = useMay('customer.segments');
  const mayMerge = useMay('customer.merge');
  const tabs: readonly CustomerTab[] = [
    'list',
    ...(maySegments ? (['segments', 'abc'] as const) : []),
    'firms',
    ...(mayMerge ? (['duplicates'] as const) : []),
  ];
  const go = (tab: string | null) => {
    const to = tabs.find((each) => each === tab);
    if (to !== undefined) void navigate({ to: addresses[to] });
  };
  return (
    <Tabs value={open} onChange={go}>
      <Tabs.List>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`customer.tab.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
