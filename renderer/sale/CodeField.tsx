/** The one field of the sell screen: scans, codes, phones, names, and the quantity before `*`. */
import { IconCornerDownLeft, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../shared/catalogue/contract.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { playSound } from '../app/sounds.ts';
import { ActionKey } from '../ui/KeyCap.tsx';
import styles from './CodeField.module.css';
import { useSelling } from './selling.ts';
import { kindOfText } from './typedText.ts';
import { productsNamed, useProductSearch } from './useProductSearch.ts';

const listId = 'found-products';

/** What Enter does with the field: a code goes to the till, a name takes the first or chosen product. */
function useEnter() {
  const { text, setText, scan, addProduct, quantity, selectedId, takeQuantity, say } = useSelling();
  const { t } = useTranslation();
  const take = (product: Product) => {
    setText('');
    void addProduct(product);
  };
  const enter = async (chosen: Product | null, isFound: boolean) => {
    const kind = kindOfText(text);
    if (kind === 'empty') {
      if (quantity !== null && selectedId !== null) takeQuantity(selectedId);
      return;
    }
    if (kind === 'code') {
      setText('');
      return scan(text.trim());
    }
    const product = isFound ? chosen : ((await productsNamed(text))[0] ?? null);
    if (product !== null) return take(product);
    playSound('notFound');
    say({ tone: 'bad', words: t('sale.field.nothing', { text: text.trim() }) });
  };
  return { enter, take };
}

export function CodeField({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation();
  const { text, setText, payment, dialog } = useSelling();
  const { enter, take } = useEnter();
  const [place, setPlace] = useState(0);
  const isName = kindOfText(text) === 'name' && !payment.isOpen && dialog === null;
  const { products } = useProductSearch(text, isName);
  const shown = isName ? (products ?? []) : [];
  const chosen = shown[Math.min(place, shown.length - 1)] ?? null;

  const hear = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      setPlace((place + step + shown.length) % shown.length);
    }
    // In payment Enter belongs to the payment, wherever the focus is.
    if (event.key === 'Enter' && !event.ctrlKey && !event.altKey && !payment.isOpen) {
      event.preventDefault();
      void enter(chosen, products !== null);
    }
  };

  return (
    <div className={styles.box}>
      <QuantityTag />
      <input
        ref={field}
        className={styles.input}
        value={text}
        placeholder={t('sale.field.label')}
        aria-label={t('sale.field.label')}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen === null ? undefined : `found-${chosen.id}`}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setPlace(0);
        }}
        onKeyDown={hear}
      />
      {text === '' ? (
        <ActionKey state="selling" action="search" />
      ) : (
        <FieldButtons onEnter={() => void enter(chosen, products !== null)} />
      )}
      {isName && products !== null && <FoundProducts products={shown} chosen={chosen} onTake={take} />}
    </div>
  );
}

/** The quantity that the next scan, tile or chosen line takes. */
function QuantityTag() {
  const { t } = useTranslation();
  const format = useFormat();
  const { quantity, setQuantity } = useSelling();
  if (quantity === null) return null;
  return (
    <button
      type="button"
      className={styles.quantity}
      tabIndex={-1}
      title={t('sale.quantity.drop')}
      aria-label={`${t('sale.quantity.next')}: ${format.quantity(quantity)}. ${t('sale.quantity.drop')}`}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => setQuantity(null)}
    >
      {format.quantity(quantity)} × <IconX size={16} aria-hidden="true" />
    </button>
  );
}

/** For fingers: what the keyboard does with Enter and Esc. */
function FieldButtons({ onEnter }: { onEnter: () => void }) {
  const { t } = useTranslation();
  const { setText } = useSelling();
  const keep = (event: { preventDefault: () => void }) => event.preventDefault();
  return (
    <>
      <button
        type="button"
        className={styles.clear}
        tabIndex={-1}
        aria-label={t('common.clear')}
        onPointerDown={keep}
        onClick={() => setText('')}
      >
        <IconX size={20} aria-hidden="true" />
      </button>
      <button type="button" className={styles.enter} tabIndex={-1} onPointerDown={keep} onClick={onEnter}>
        <IconCornerDownLeft size={20} aria-hidden="true" />
        {t('sale.field.enter')}
      </button>
    </>
  );
}

interface FoundProps {
  products: readonly Product[];
  chosen: Product | null;
  onTake: (product: Product) => void;
}

function FoundProducts({ products, chosen, onTake }: FoundProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { text } = useSelling();
  return (
    <div className={styles.found} id={listId} role="listbox" aria-label={t('sale.field.found')}>
      {products.length === 0 && (
        <div className={styles.nothing}>{t('sale.field.nothing', { text: text.trim() })}</div>
      )}
      {products.map((product) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above keeps the focus and hears the keys
        <div
          key={product.id}
          id={`found-${product.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={product.id === chosen?.id}
          className={styles.product}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(product)}
        >
          <span className={styles.name}>{textIn(product.name, language)}</span>
          <span className={styles.unit}>{format.unit(product.unit)}</span>
          <span className={`${styles.price} figures`}>{format.number(product.priceSom)}</span>
        </div>
      ))}
    </div>
  );
}
