/** Behind the menu button: giving up the whole basket, and the way to the other pages for those who may see them. */
import { Menu, UnstyledButton } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { mayDo } from '../../shared/staff/permissions.ts';
import { useSession } from '../app/session.tsx';
import { useSelling } from './selling.ts';
import styles from './TopBar.module.css';

const pages = [
  ['today', 'report.today'],
  ['receipts', 'sale.read'],
  ['customers', 'customer.read'],
  ['coupons', 'coupon.read'],
  ['loyalty', 'loyalty.read'],
  ['credit', 'credit.read'],
  ['catalogue', 'catalogue.read'],
  ['shift', 'shift.read'],
  ['settings', 'shop.settings'],
] as const;

export function PagesMenu() {
  const { t } = useTranslation();
  const { person } = useSession();
  const { basket, show } = useSelling();
  const hasLines = (basket?.lines.length ?? 0) > 0;
  return (
    <Menu position="bottom-start" width={240} shadow="md">
      <Menu.Target>
        <UnstyledButton
          className={styles.lock}
          tabIndex={-1}
          aria-label={t('ui.nav.menu')}
          title={t('ui.nav.menu')}
        >
          <IconMenu2 size={24} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item color="red" disabled={!hasLines} fz="lg" py="sm" onClick={() => show({ kind: 'clear' })}>
          {t('sale.clear.action')}
        </Menu.Item>
        <Menu.Divider />
        {pages
          .filter(([, action]) => mayDo(person.role, action))
          .map(([page]) => (
            <Menu.Item key={page} component="a" href={`#/${page}`} fz="lg" py="sm">
              {t(`ui.nav.${page}`)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
