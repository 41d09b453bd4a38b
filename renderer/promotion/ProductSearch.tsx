/** One field to pick a product with: a name or a code is typed, the product is chosen with the arrows or a click. */
import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { textIn } from '../../shared/text.ts';
import { useLanguage } from '../app/language.ts';
import { bestProduct, type FoundGoods, useGoodsSearch } from './useGoodsSearch.ts';

export function ProductSearch({ label, onPick }: { label: string; onPick: (product: FoundGoods) => void }) {
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useGoodsSearch(typed, combobox.dropdownOpened).filter(({ kind }) => kind === 'products');
  const pick = (product: FoundGoods | null | undefined) => {
    if (product === null || product === undefined) return;
    onPick(product);
    setTyped('');
    combobox.closeDropdown();
  };
  const keys = (event: KeyboardEvent) => {
    const isChosen = combobox.dropdownOpened && combobox.getSelectedOptionIndex() >= 0;
    if (event.key !== 'Enter' || isChosen) return;
    event.preventDefault();
    if (typed.trim() !== '') void bestProduct(typed).then(pick);
  };
  return (
    <Combobox
      store={combobox}
      size="md"
      withinPortal
      onOptionSubmit={(value) => pick(found.find(({ id }) => id === value))}
    >
      <Combobox.Target>
        <TextInput
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          leftSection={<IconSearch size={20} aria-hidden="true" />}
          value={typed}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.resetSelectedOption();
            combobox.openDropdown();
          }}
          onKeyDown={keys}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options>
          {found.map(({ id, name }) => (
            <Combobox.Option key={id} value={id}>
              {textIn(name, language)}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
