/** One field that finds a product by name or code, outside of the basket. */
import { TextInput } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../shared/catalogue/contract.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { playSound } from '../app/sounds.ts';
import styles from './returns.module.css';
import { productsNamed, productWithCode, useProductSearch } from './useProductSearch.ts';

export function ProductField({ onProduct }: { onProduct: (product: Product) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const [text, setText] = useState('');
  const [place, setPlace] = useState(0);
  const { products } = useProductSearch(text, text.trim().length > 1);
  const shown = products ?? [];
  const marked = Math.min(place, Math.max(0, shown.length - 1));
  const take = (product: Product) => {
    setText('');
    setPlace(0);
    onProduct(product);
  };
  const enter = async () => {
    const words = text.trim();
    if (words === '') return;
    const product = (await productWithCode(words)) ?? shown[marked] ?? (await productsNamed(words))[0];
    if (product === undefined) playSound('notFound');
    else take(product);
  };
  const hear = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      setPlace((marked + step + shown.length) % shown.length);
    }
    if (event.key !== 'Enter' || text === '') return;
    event.preventDefault();
    void enter();
  };
  return (
    <div>
      <TextInput
        data-autofocus
        autoFocus
        size="lg"
        aria-label={t('sale.field.label')}
        placeholder={t('sale.field.label')}
        leftSection={<IconBarcode size={22} aria-hidden="true" />}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={hear}
      />
      {shown.length > 0 && (
        <div className={styles.found} role="listbox" aria-label={t('sale.field.found')}>
          {shown.map((product, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above keeps the focus and hears the keys
            <div
              key={product.id}
              role="option"
              tabIndex={-1}
              aria-selected={index === marked}
              className={styles.foundRow}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(product)}
            >
              <span className={styles.who}>{textIn(product.name, language)}</span>
              <strong className="figures">{format.number(product.priceSom)}</strong>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
