/** Behind the menu button: what is done seldom with a basket, and the way to the other pages for those who may see them. */
import { Menu, UnstyledButton } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMayRole, useSession } from '../app/session.tsx';
import { enterTraining } from '../staff/training.ts';
import menuStyles from './PagesMenu.module.css';
import { type Dialog, useSelling } from './selling.ts';
import styles from './TopBar.module.css';

const pages = [
  ['today', 'report.today'],
  ['receipts', 'sale.read'],
  ['customers', 'customer.read'],
  ['promotions', 'promotion.read'],
  ['coupons', 'coupon.read'],
  ['loyalty', 'loyalty.read'],
  ['credit', 'credit.read'],
  ['service', 'service.read'],
  ['catalogue', 'catalogue.read'],
  ['shift', 'shift.read'],
  ['people', 'staff.plan'],
  ['month', 'report.month'],
  ['journal', 'report.journal'],
  ['me', 'staff.own'],
  ['settings', 'shop.settings'],
] as const;

/** What is done beside the basket. Whoever may see the day on its own page needs no look at it. */
const acts: readonly { readonly words: string; readonly dialog: Dialog }[] = [
  { words: 'ui.keys.switchSeller', dialog: { kind: 'switchSeller' } },
  { words: 'ui.keys.peek', dialog: { kind: 'peek' } },
  { words: 'ui.keys.baskets', dialog: { kind: 'parked' } },
  { words: 'sale.return.title', dialog: { kind: 'return', saleId: null } },
  { words: 'ui.keys.lastReceipt', dialog: { kind: 'receipt', saleId: null, attachCode: null } },
  { words: 'ui.keys.printer', dialog: { kind: 'printer' } },
  { words: 'sale.paper.open', dialog: { kind: 'paper' } },
  { words: 'ui.keys.complaint', dialog: { kind: 'service', question: 'complaint' } },
  { words: 'ui.keys.wish', dialog: { kind: 'service', question: 'wish' } },
  { words: 'ui.keys.order', dialog: { kind: 'service', question: 'order' } },
  { words: 'ui.keys.feedback', dialog: { kind: 'service', question: 'feedback' } },
  { words: 'ui.keys.surprise', dialog: { kind: 'surprise' } },
];

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
            {acts
              .filter(({ dialog }) => dialog.kind !== 'peek' || !mayRole(person.role, 'report.today'))
              .map(({ words, dialog }) => (
                <Menu.Item key={words} fz="lg" py="xs" onClick={() => show(dialog)}>
                  {t(words)}
                </Menu.Item>
              ))}
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
