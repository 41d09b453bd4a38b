/** One product, found by typing a part of its name or its barcode. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Product } from '../../shared/catalogue/contract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';

export interface ProductSearchProps {
  label: string;
  placeholder?: string;
  product: Product | null;
  error?: string | undefined;
  onChange: (product: Product | null) => void;
}

const shown = 12;

export function ProductSearch({ label, placeholder, product, error, onChange }: ProductSearchProps) {
  const language = useLanguage();
  const format = useFormat();
  const [search, setSearch] = useState('');
  const wordsOf = ({ name, priceSom }: Product) => `${textIn(name, language)} · ${format.som(priceSom)}`;
  const asked = product !== null && search === wordsOf(product) ? '' : search;
  const { data } = useTill(api.catalogue.list, { search: asked.trim(), limit: shown }, { keepsLast: true });
  const found = (data?.products ?? []).filter(({ isActive }) => isActive);
  const offered = product === null || found.some(({ id }) => id === product.id) ? found : [product, ...found];
  return (
    <Select
      label={label}
      placeholder={placeholder}
      searchable
      data-takes-scans
      data={offered.map((each) => ({ value: each.id, label: wordsOf(each) }))}
      // The till has searched already, in every script; the field must not search again.
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={setSearch}
      value={product?.id ?? null}
      error={error}
      onChange={(id) => onChange(offered.find((each) => each.id === id) ?? null)}
    />
  );
}
