/** Everything that the strip knows of the customer, in whole words, with what can be done about each at a touch. */
import { Popover } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../../shared/basket.ts';
import { type LocalText, textIn } from '../../shared/text.ts';
import { useLanguage } from '../app/language.ts';
import styles from './StripSignals.module.css';
import { useSelling } from './selling.ts';
import type { Signal, SignalsProps } from './stripSignals.ts';
import { useDialogKeys } from './useDialogKeys.ts';

const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

interface StripMoreProps extends SignalsProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What it hangs under. */
  readonly children: ReactNode;
}

export function StripMore({ isOpen, onClose, children, ...known }: StripMoreProps) {
  const { t } = useTranslation();
  useDialogKeys(({ code }) => {
    if (code === 'Escape') onClose();
    return code === 'Escape';
  }, isOpen);
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => !opened && onClose()}
      position="bottom-end"
      width={420}
      shadow="md"
      trapFocus={false}
      returnFocus={false}
      withinPortal
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className={styles.all} aria-label={t('sale.till.all')} onPointerDown={keepFocus}>
        <All {...known} onDone={onClose} />
      </Popover.Dropdown>
    </Popover>
  );
}

function All({ customer, facts, said, complaintId, onDone }: SignalsProps & { onDone: () => void }) {
  const { t } = useTranslation();
  const { signals, suggestion, usual } = said;
  // Goods stand below with a key of their own.
  const told = signals.filter(({ kind }) => kind !== 'usual' && kind !== 'suggestion');
  const offered = signals.find(({ kind }) => kind === 'suggestion');
  return (
    <>
      {told.map((signal) => (
        <Told key={signal.kind} signal={signal} complaintId={complaintId} />
      ))}
      {suggestion !== null && (
        <Goods product={suggestion} why={offered?.details.at(-1) ?? ''} onDone={onDone} />
      )}
      {usual.map((product) => (
        <Goods
          key={product.productId}
          product={product}
          why={t('sale.till.usualDays', { count: product.daysBought })}
          onDone={onDone}
        />
      ))}
      <p className={styles.foot}>
        <span>{facts.join(' · ')}</span>
        <a href={`#/customers/${customer.customerId}`}>{t('sale.till.page')}</a>
      </p>
    </>
  );
}

function Told({ signal, complaintId }: { signal: Signal; complaintId: string | null }) {
  const { t } = useTranslation();
  const [first, ...others] = signal.details;
  return (
    <div className={`${styles.told} ${signal.kind === 'allergy' ? styles.danger : ''}`}>
      <span>
        {signal.kind === 'debt' ? signal.words : first}
        {others.length > 0 && <small>{others.join(' · ')}</small>}
      </span>
      {signal.kind === 'complaint' && complaintId !== null && (
        <a href={`#/service/complaints/${complaintId}`}>{t('sale.till.openComplaint')}</a>
      )}
    </div>
  );
}

interface GoodsProps {
  readonly product: { readonly productId: string; readonly name: LocalText; readonly unit: Unit };
  readonly why: string;
  readonly onDone: () => void;
}

/** A product that one touch puts into the basket. */
function Goods({ product, why, onDone }: GoodsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { addProduct } = useSelling();
  const name = textIn(product.name, language);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.goods}
      aria-label={t('sale.till.add', { name })}
      onClick={() => {
        onDone();
        void addProduct({ id: product.productId, unit: product.unit });
      }}
    >
      <IconPlus size={20} aria-hidden="true" />
      <span>
        {name}
        <small>{why}</small>
      </span>
    </button>
  );
}
