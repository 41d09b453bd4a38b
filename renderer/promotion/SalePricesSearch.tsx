/** Finds goods for a sale: by a scan anywhere in the form, or by typing a name or a code. */
import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useScanner } from '../app/useScanner.ts';
import { useTill } from '../app/useTill.ts';
import type { GoodsFound } from './salePricesForm.ts';

export interface SalePricesSearchProps {
  error: string | undefined;
  onFound: (product: GoodsFound) => void;
  onNotFound: (words: string) => void;
}

const mostShown = 8;

/** The product with exactly this code, else the one that fits best. */
async function bestFit(search: string): Promise<GoodsFound | null> {
  const answer = await api.catalogue.list({ search, limit: mostShown });
  const products = answer.ok ? answer.data.products.filter((product) => product.isActive) : [];
  return products.find(({ barcodes }) => barcodes.includes(search)) ?? products[0] ?? null;
}

export function SalePricesSearch({ error, onFound, onNotFound }: SalePricesSearchProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const search = typed.trim();
  const isOn = combobox.dropdownOpened && search !== '';
  const list = useTill(api.catalogue.list, { search, limit: mostShown }, { isOn, keepsLast: true });
  const products = (list.data?.products ?? []).filter((product) => product.isActive);
  const take = (product: GoodsFound) => {
    setTyped('');
    combobox.closeDropdown();
    onFound(product);
  };
  const takeBest = async (text: string) => {
    const best = await bestFit(text);
    if (best === null) onNotFound(t('catalogue.notFound', { search: text }));
    else take(best);
  };
  useScanner((code) => void takeBest(code.trim()));
  const onKeyDown = (event: KeyboardEvent) => {
    const isChosen = combobox.dropdownOpened && combobox.getSelectedOptionIndex() >= 0;
    if (event.key === 'Enter' && search !== '' && !isChosen) void takeBest(search);
  };
  const pick = (id: string) => {
    const product = products.find((each) => each.id === id);
    if (product !== undefined) take(product);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick}>
      <Combobox.Target>
        <TextInput
          label={t('promotion.salePrices.goods')}
          placeholder={t('catalogue.search')}
          leftSection={<IconSearch size={20} aria-hidden="true" />}
          autoComplete="off"
          data-autofocus
          value={typed}
          error={error}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.resetSelectedOption();
            combobox.openDropdown();
          }}
          onFocus={() => search !== '' && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={onKeyDown}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isOn}>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {products.map((product) => (
            <Combobox.Option key={product.id} value={product.id}>
              {textIn(product.name, language)}
              <span className="muted figures"> · {format.som(product.priceSom)}</span>
            </Combobox.Option>
          ))}
          {products.length === 0 && <Combobox.Empty>{t('catalogue.notFound', { search })}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
