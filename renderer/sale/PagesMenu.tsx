/** Behind the menu button: what is done seldom with a basket, and the way to the other pages for those who may see them. */
import { Menu, UnstyledButton } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMayRole, useSession } from '../app/session.tsx';
import { enterTraining } from '../staff/training.ts';
import menuStyles from './PagesMenu.module.css';
import { useSelling } from './selling.ts';
import styles from './TopBar.module.css';

const pages = [
  ['today', 'report.today'],
  ['receipts', 'sale.read'],
  ['customers', 'customer.read'],
  ['promotions', 'promotion.read'],
  ['coupons', 'coupon.read'],
  ['loyalty', 'loyalty.read'],
  ['credit', 'credit.read'],
  ['catalogue', 'catalogue.read'],
  ['shift', 'shift.read'],
  ['people', 'staff.plan'],
  ['month', 'report.month'],
  ['journal', 'report.journal'],
  ['me', 'staff.own'],
  ['settings', 'shop.settings'],
] as const;

export function PagesMenu() {
  const { t } = useTranslation();
  const { person, shop } = useSession();
  const mayRole = useMayRole();
  const { basket, show } = useSelling();
  const maySeeTraining = mayRole(person.role, 'shop.training') && !shop.isTraining && !shop.isDemo;
  const hasLines = (basket?.lines.length ?? 0) > 0;
  return (
    <Menu position="bottom-start" width={720} shadow="md">
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
        <div className={menuStyles.columns}>
          <div>
            <Menu.Item
              color="red"
              disabled={!hasLines}
              fz="lg"
              py="xs"
              onClick={() => show({ kind: 'clear' })}
            >
              {t('sale.clear.action')}
            </Menu.Item>
            <Menu.Item fz="lg" py="xs" onClick={() => show({ kind: 'switchSeller' })}>
              {t('ui.keys.switchSeller')}
            </Menu.Item>
            {!mayRole(person.role, 'report.today') && (
              <Menu.Item fz="lg" py="xs" onClick={() => show({ kind: 'peek' })}>
                {t('ui.keys.peek')}
              </Menu.Item>
            )}
            <Menu.Item fz="lg" py="xs" onClick={() => show({ kind: 'parked' })}>
              {t('ui.keys.baskets')}
            </Menu.Item>
            <Menu.Item fz="lg" py="xs" onClick={() => show({ kind: 'return', saleId: null })}>
              {t('sale.return.title')}
            </Menu.Item>
            <Menu.Item fz="lg" py="xs" onClick={() => show({ kind: 'paper' })}>
              {t('sale.paper.open')}
            </Menu.Item>
            {maySeeTraining && (
              <Menu.Item fz="lg" py="xs" onClick={() => void enterTraining()}>
                {t('staff.training.enter')}
              </Menu.Item>
            )}
          </div>
          <div className={menuStyles.pages}>
            {pages
              .filter(([, action]) => mayRole(person.role, action))
              .map(([page]) => (
                <Menu.Item key={page} component="a" href={`#/${page}`} fz="lg" py="xs">
                  {t(`ui.nav.${page}`)}
                </Menu.Item>
              ))}
          </div>
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
