/** Goods of a rule as chips: picked by typing a name, by scanning, or from the shop's groups. */
import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { useLanguage } from '../app/language.ts';
import { useGoodsNames } from './goodsNames.tsx';
import { type GoodsGroup, type GoodsKind, withGoods, withoutGoods } from './scopeForm.ts';
import { bestProduct, type FoundGoods, useGoodsSearch } from './useGoodsSearch.ts';

export interface GoodsFieldProps {
  readonly label: string;
  readonly groups: readonly GoodsGroup[];
  readonly error?: string | undefined;
  readonly onChange: (groups: readonly GoodsGroup[]) => void;
}

export function GoodsField({ label, groups, error, onChange }: GoodsFieldProps) {
  const { t } = useTranslation();
  const names = useGoodsNames();
  const [typed, setTyped] = useState('');
  const [notFound, setNotFound] = useState<string | null>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useGoodsSearch(typed, combobox.dropdownOpened);
  const add = ({ kind, id, name }: FoundGoods) => {
    names.learn(id, name);
    onChange(withGoods(groups, kind, id));
    setTyped('');
    setNotFound(null);
    combobox.closeDropdown();
  };
  const keys = (event: KeyboardEvent) => {
    const isChosen = combobox.dropdownOpened && combobox.getSelectedOptionIndex() >= 0;
    if (event.key === 'Enter' && typed.trim() !== '' && !isChosen) {
      event.preventDefault();
      void bestProduct(typed).then((best) => (best === null ? setNotFound(typed) : add(best)));
    }
    const last = groups.at(-1);
    const lastId = last?.ids.at(-1);
    if (event.key === 'Backspace' && typed === '' && last !== undefined && lastId !== undefined) {
      onChange(withoutGoods(groups, last.kind, lastId));
    }
  };
  const pick = (value: string) => {
    const goods = found.find(({ kind, id }) => `${kind}:${id}` === value);
    if (goods !== undefined) add(goods);
  };
  const words = notFound === null ? error : t('promotion.goods.notFound', { text: notFound });
  return (
    <Combobox store={combobox} size="md" onOptionSubmit={pick} withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput size="md" label={label} error={words} onClick={() => combobox.openDropdown()}>
          <Pill.Group>
            <Chips groups={groups} onRemove={(kind, id) => onChange(withoutGoods(groups, kind, id))} />
            <Combobox.EventsTarget>
              <PillsInput.Field
                value={typed}
                aria-label={label}
                aria-invalid={words === undefined ? undefined : true}
                data-takes-scans
                placeholder={t('promotion.goods.placeholder')}
                // The list would cover what is wrong; a click or a letter opens it.
                onFocus={() => words === undefined && combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onChange={(event) => {
                  setTyped(event.currentTarget.value);
                  setNotFound(null);
                  combobox.resetSelectedOption();
                  combobox.openDropdown();
                }}
                onKeyDown={keys}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Found found={found} />
    </Combobox>
  );
}

function Chips(props: { groups: readonly GoodsGroup[]; onRemove: (kind: GoodsKind, id: string) => void }) {
  const { t } = useTranslation();
  const { nameOf } = useGoodsNames();
  return props.groups.flatMap(({ kind, ids }) =>
    ids.map((id) => (
      <Pill
        key={`${kind}:${id}`}
        size="lg"
        withRemoveButton
        removeButtonProps={{ 'aria-label': t('promotion.goods.remove', { name: nameOf(id) }) }}
        onRemove={() => props.onRemove(kind, id)}
      >
        {kind === 'products' ? nameOf(id) : t(`promotion.goods.one.${kind}`, { name: nameOf(id) })}
      </Pill>
    )),
  );
}

function Found({ found }: { found: readonly FoundGoods[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = [...new Set(found.map(({ kind }) => kind))];
  return (
    <Combobox.Dropdown>
      <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
        {shown.map((kind) => (
          <Combobox.Group key={kind} label={t(`promotion.goods.kind.${kind}`)}>
            {found
              .filter((each) => each.kind === kind)
              .map(({ id, name }) => (
                <Combobox.Option key={id} value={`${kind}:${id}`}>
                  {textIn(name, language)}
                </Combobox.Option>
              ))}
          </Combobox.Group>
        ))}
        {found.length === 0 && <Combobox.Empty>{t('promotion.goods.none')}</Combobox.Empty>}
      </Combobox.Options>
    </Combobox.Dropdown>
  );
}
