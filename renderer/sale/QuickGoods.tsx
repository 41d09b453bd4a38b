/** Goods without a barcode as tiles under the basket: bread, bags, tea by weight. */
import { IconChevronRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import styles from './QuickGoods.module.css';
import { useSelling } from './selling.ts';
import { useNarrow } from './useNarrow.ts';

const rows = 2;

/** The tiles of a page; the last place of a page turns it when there are more. */
export function tilePage<T>(items: readonly T[], places: number, page: number): readonly T[] {
  if (items.length <= places) return items;
  const onPage = places - 1;
  return items.slice(page * onPage, (page + 1) * onPage);
}

export function pagesOf(count: number, places: number): number {
  return count <= places ? 1 : Math.ceil(count / (places - 1));
}

/** PgDn and PgUp turn the pages while the field keeps the focus. */
function usePaging(pages: number) {
  const [page, setPage] = useState(0);
  const shown = Math.min(page, pages - 1);
  useEffect(() => {
    const hear = ({ code }: KeyboardEvent) => {
      if (code === 'PageDown') setPage((shown + 1) % pages);
      if (code === 'PageUp') setPage((shown + pages - 1) % pages);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [shown, pages]);
  return { page: shown, turn: () => setPage((shown + 1) % pages) };
}

export function QuickGoods() {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { addProduct } = useSelling();
  const isNarrow = useNarrow();
  const products = useTill(api.catalogue.quickGoods, {}).data?.products ?? [];
  const places = rows * (isNarrow ? 5 : 7);
  const pages = pagesOf(products.length, places);
  const { page, turn } = usePaging(pages);
  if (products.length === 0) return null;
  return (
    <section className={styles.tiles} aria-label={t('sale.quickGoods')}>
      {tilePage(products, places, page).map((product) => (
        <button
          key={product.id}
          type="button"
          tabIndex={-1}
          className={styles.tile}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => void addProduct(product)}
        >
          <span className={styles.name}>{textIn(product.name, language)}</span>
          <span className={`${styles.price} figures`}>{format.number(product.priceSom)}</span>
        </button>
      ))}
      {pages > 1 && (
        <button
          type="button"
          tabIndex={-1}
          className={`${styles.tile} ${styles.more}`}
          onPointerDown={(event) => event.preventDefault()}
          onClick={turn}
        >
          <span className={styles.name}>
            {t('sale.moreGoods')} <IconChevronRight size={18} aria-hidden="true" />
          </span>
          <span className={`${styles.price} figures`}>
            {page + 1} / {pages}
          </span>
        </button>
      )}
    </section>
  );
}
