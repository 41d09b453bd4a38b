/** The bar above the sell screen: what is going on, the one field, parked baskets, shift, person, printer, lock. */
import { UnstyledButton } from '@mantine/core';
import { IconClock, IconLock, IconUsers } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { CodeField } from './CodeField.tsx';
import { PagesMenu } from './PagesMenu.tsx';
import { type ParkedBasket, ParkedChips } from './ParkedChips.tsx';
import { useSelling } from './selling.ts';
import { TillPrinter } from './TillPrinter.tsx';
import styles from './TopBar.module.css';

interface TopBarProps {
  field: RefObject<HTMLInputElement | null>;
  parked: readonly ParkedBasket[];
}

export function TopBar({ field, parked }: TopBarProps) {
  const { t } = useTranslation();
  const { person, lock } = useSession();
  const { show } = useSelling();
  return (
    <header className={styles.bar}>
      <PagesMenu />
      <ReceiptState />
      <CodeField field={field} />
      <ParkedChips parked={parked} />
      <ShiftPill />
      <TillPrinter />
      <UnstyledButton
        className={styles.person}
        tabIndex={-1}
        title={`${person.name}: ${t('ui.keys.switchSeller')} (Ctrl+Shift+S)`}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => show({ kind: 'switchSeller' })}
      >
        <IconUsers size={18} aria-hidden="true" />
        <span className={styles.personName}>{person.name}</span>
      </UnstyledButton>
      <LanguageSwitch isShort />
      <UnstyledButton
        className={styles.lock}
        tabIndex={-1}
        title={`${t('ui.nav.lock')} (Ctrl+Shift+L)`}
        aria-label={t('ui.nav.lock')}
        onPointerDown={(event) => event.preventDefault()}
        onClick={lock}
      >
        <IconLock size={22} aria-hidden="true" />
      </UnstyledButton>
    </header>
  );
}

function ReceiptState() {
  const { t } = useTranslation();
  const { basket, payment } = useSelling();
  const count = basket?.lines.length ?? 0;
  const state = payment.isOpen ? 'payment' : count === 0 ? 'fresh' : 'open';
  return (
    <div className={styles.state}>
      <strong>{t(`sale.state.${state}`)}</strong>
      {count > 0 && <span className="muted">{t('sale.state.lines', { count })}</span>}
    </div>
  );
}

function ShiftPill() {
  const { t } = useTranslation();
  const format = useFormat();
  const answer = useTill(api.shift.current, {}).data;
  if (answer === undefined) return null;
  const { shift } = answer;
  if (shift === null) {
    return (
      <a className={styles.shiftClosed} href="#/shift" tabIndex={-1}>
        {t('sale.shift.closed')}
      </a>
    );
  }
  const time = format.time(shift.openedAt);
  return (
    <span className={styles.shift} title={t('sale.shift.open', { time })}>
      <IconClock size={18} aria-hidden="true" />
      <span className={styles.shiftWords}>{t('sale.shift.open', { time })}</span>
      <span className={styles.shiftTime}>{time}</span>
    </span>
  );
}
