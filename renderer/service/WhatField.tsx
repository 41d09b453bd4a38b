/** One field for what somebody wants: words, or a product found while they are typed or scanned. */
import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../shared/catalogue/contract.ts';
import { textIn } from '../../shared/text.ts';
import { useLanguage } from '../app/language.ts';
import { useScanner } from '../app/useScanner.ts';
import { productWithCode, useProductSearch } from '../sale/useProductSearch.ts';
import styles from './wanted.module.css';

export interface Wanted {
  readonly text: string;
  /** Null for words that are no product, or none yet. */
  readonly product: Pick<Product, 'id' | 'name' | 'unit' | 'priceSom'> | null;
}

export const nothingWanted: Wanted = { text: '', product: null };

export interface WhatFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
  readonly error?: string | undefined;
}

/** The arrows mark one of the goods below, Enter takes it; without a mark Enter belongs to the form. */
export function WhatField({ label, hint, wanted, onChange, error }: WhatFieldProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [place, setPlace] = useState(-1);
  const { products } = useProductSearch(
    wanted.text,
    wanted.product === null && wanted.text.trim().length > 1,
  );
  const shown = wanted.product === null ? (products ?? []).slice(0, 5) : [];
  const take = (product: Product) => {
    setPlace(-1);
    onChange({ text: textIn(product.name, language), product });
  };
  useScanner((code) => {
    void productWithCode(code).then((product) => {
      if (product === null) onChange({ text: code, product: null });
      else take(product);
    });
  });
  const hear = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      setPlace(Math.max(-1, Math.min(shown.length - 1, place + step)));
    }
    const marked = shown[place];
    if (event.key === 'Enter' && marked !== undefined) {
      event.preventDefault();
      take(marked);
    }
  };
  return (
    <div>
      <TextInput
        data-autofocus
        size="lg"
        label={label}
        description={wanted.product === null ? hint : t('service.what.isProduct')}
        error={error}
        maxLength={80}
        autoComplete="off"
        value={wanted.text}
        onChange={(event) => {
          setPlace(-1);
          onChange({ text: event.currentTarget.value, product: null });
        }}
        onKeyDown={hear}
      />
      {shown.length > 0 && (
        <div className={styles.found} role="listbox" aria-label={t('service.what.goods')}>
          {shown.map((product, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above keeps the focus and hears the keys
            <div
              key={product.id}
              role="option"
              tabIndex={-1}
              aria-selected={index === place}
              className={styles.foundRow}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(product)}
            >
              {textIn(product.name, language)}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
