/** The frame of the back office: the menu on the left, the page on the right. */
import { Tooltip, UnstyledButton } from '@mantine/core';
import {
  type Icon,
  IconAddressBook,
  IconBasket,
  IconCalendarStats,
  IconCashRegister,
  IconDiscount2,
  IconGift,
  IconListDetails,
  IconLock,
  IconMessageReport,
  IconNotebook,
  IconPackage,
  IconReceipt,
  IconReportMoney,
  IconSettings,
  IconTicket,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import styles from './frame.module.css';

export interface MenuEntry {
  readonly name:
    | 'sell'
    | 'today'
    | 'customers'
    | 'promotions'
    | 'coupons'
    | 'loyalty'
    | 'credit'
    | 'service'
    | 'catalogue'
    | 'receipts'
    | 'shift'
    | 'month'
    | 'people'
    | 'journal'
    | 'settings';
  readonly to: string;
  /** How much behind it should be seen to now; nothing is shown for 0. */
  readonly count?: number;
}

const icons: Readonly<Record<MenuEntry['name'], Icon>> = {
  sell: IconBasket,
  today: IconCalendarStats,
  customers: IconAddressBook,
  promotions: IconDiscount2,
  coupons: IconTicket,
  loyalty: IconGift,
  credit: IconNotebook,
  service: IconMessageReport,
  catalogue: IconPackage,
  receipts: IconReceipt,
  shift: IconCashRegister,
  month: IconReportMoney,
  people: IconUsers,
  journal: IconListDetails,
  settings: IconSettings,
};

export interface FrameProps {
  shopName: string;
  personName: string;
  entries: readonly MenuEntry[];
  onLock: () => void;
  children: ReactNode;
}

export function Frame({ shopName, personName, entries, onLock, children }: FrameProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.frame}>
      <nav className={styles.menu} aria-label={t('ui.nav.menu')}>
        <div className={styles.shop} title={shopName}>
          {shopName}
        </div>
        <div className={styles.entries}>
          {entries.map((entry) => (
            <MenuLink key={entry.name} entry={entry} />
          ))}
        </div>
        <div className={styles.foot}>
          <LanguageSwitch isShort />
          <div className={styles.person}>
            <Link
              to="/me"
              className={styles.me}
              activeProps={{ className: styles.active, 'aria-current': 'page' }}
              title={`${personName}: ${t('ui.nav.me')}`}
            >
              <IconUser size={20} aria-hidden="true" />
              <span className={styles.word}>{personName}</span>
            </Link>
            <Tooltip label={`${t('ui.nav.lock')} (Ctrl+Shift+L)`} position="right">
              <UnstyledButton
                className={styles.lock}
                onClick={onLock}
                aria-label={`${t('ui.nav.lock')}: ${personName}`}
              >
                <IconLock size={20} aria-hidden="true" />
              </UnstyledButton>
            </Tooltip>
          </div>
        </div>
      </nav>
      <main className={styles.page}>{children}</main>
    </div>
  );
}

function MenuLink({ entry }: { entry: MenuEntry }) {
  const { t } = useTranslation();
  const Picture = icons[entry.name];
  const { count = 0 } = entry;
  return (
    <Link
      to={entry.to}
      className={styles.entry}
      activeProps={{ className: styles.active, 'aria-current': 'page' }}
      title={t(`ui.nav.${entry.name}`)}
    >
      <Picture size={22} aria-hidden="true" />
      <span className={styles.word}>{t(`ui.nav.${entry.name}`)}</span>
      {count > 0 && (
        <span className={`${styles.count} figures`}>
          {count}
          <span className="visuallyHidden"> {t('ui.nav.waiting')}</span>
        </span>
      )}
    </Link>
  );
}
