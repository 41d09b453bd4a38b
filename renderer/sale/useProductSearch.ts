/** Goods that fit what is being typed: at most eight, a moment after the last key. */
import { useEffect, useState } from 'react';
import { barcodeSpellings } from '../../shared/catalogue/barcode.ts';
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

/** The one product that carries exactly this code, sold now or not; null for none. */
export async function productWithCode(code: string): Promise<Product | null> {
  const answer = await api.catalogue.list({ search: code.trim(), limit: most });
  if (!answer.ok) return null;
  const spellings = barcodeSpellings(code.trim());
  return (
    answer.data.products.find(({ barcodes }) => barcodes.some((each) => spellings.includes(each))) ?? null
  );
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
