/** Goods that fit what is being typed: at most eight, a moment after the last key. */
import { useEffect, useState } from 'react';
import type { Product } from '../../shared/catalogue/contract.ts';
import { api } from '../app/api.ts';

const most = 8;
/** A scanner types a whole code in less: its letters never open the list. */
const pauseMs = 90;

interface Found {
  readonly text: string;
  readonly products: readonly Product[];
}

/** Goods that are sold now, the best fitting first. */
export async function productsNamed(text: string): Promise<readonly Product[]> {
  const answer = await api.catalogue.list({ search: text.trim(), limit: most });
  return answer.ok ? answer.data.products.filter((product) => product.isActive) : [];
}

export interface ProductSearch {
  /** Null while the list for exactly this text is not there yet. */
  readonly products: readonly Product[] | null;
}

export function useProductSearch(text: string, isOn: boolean): ProductSearch {
  const [found, setFound] = useState<Found>({ text: '', products: [] });
  useEffect(() => {
    if (!isOn) return;
    let isLate = false;
    const timer = setTimeout(() => {
      void productsNamed(text).then((products) => {
        if (!isLate) setFound({ text, products });
      });
    }, pauseMs);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [text, isOn]);
  return { products: isOn && found.text === text ? found.products : null };
}
