/** The tabs of a customer's page: the timeline first, then what the rooms keep, each in its own words. */
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../shared/customer/contract.ts';
import type { TimelineGroup } from '../../../shared/report/profileContract.ts';
import { useCustomerName } from '../../customer/customerName.ts';
import styles from './Profile.module.css';
import { Timeline } from './Timeline.tsx';

export type SectionName =
  | 'receipts'
  | 'bonus'
  | 'coupons'
  | 'credit'
  | 'deeds'
  | 'referrals'
  | 'cards'
  | 'firm'
  | 'consents';

/** A tab that another room fills. */
export interface ProfileSection {
  readonly name: SectionName;
  readonly show: (customer: Customer, name: string) => ReactNode;
}

/** Which tab is open; the group narrows the timeline. */
export interface ProfilePlace {
  readonly tab: SectionName | 'timeline';
  readonly group: TimelineGroup | null;
}

export interface ProfileTabsProps {
  readonly customer: Customer;
  readonly sections: readonly ProfileSection[];
  readonly place: ProfilePlace;
  readonly onPlace: (place: ProfilePlace) => void;
}

export function ProfileTabs({ customer, sections, place, onPlace }: ProfileTabsProps) {
  const { t } = useTranslation();
  const nameOf = useCustomerName();
  const name = nameOf(customer);
  const open = (tab: string | null) => {
    const section = sections.find((each) => each.name === tab);
    onPlace({ tab: section?.name ?? 'timeline', group: null });
  };
  return (
    <Tabs value={place.tab} onChange={open} className={styles.tabs} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="timeline" className={styles.tab}>
          {t('report.profile.tab.timeline')}
        </Tabs.Tab>
        {sections.map((section) => (
          <Tabs.Tab key={section.name} value={section.name} className={styles.tab}>
            {t(`report.profile.tab.${section.name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="timeline" className={styles.panel}>
        <Timeline
          customerId={customer.id}
          group={place.group}
          onGroup={(group) => onPlace({ tab: 'timeline', group })}
        />
      </Tabs.Panel>
      {sections.map((section) => (
        <Tabs.Panel key={section.name} value={section.name} className={styles.panel}>
          {section.show(customer, name)}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
