/** A list to pick from that takes a new name too: what is not there is made without leaving the form. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldKeys } from '../../shared/text.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface PickOrMakeProps {
  label: string;
  choices: readonly Choice[];
  value: string | null;
  error?: string | undefined;
  onChange: (value: string | null) => void;
  /** Makes a choice of this name; answers its value, or null when it could not be made. */
  onMake: (name: string) => Promise<string | null>;
}

const makeValue = '+';

function fits(label: string, typed: string): boolean {
  const asked = foldKeys(typed);
  return typed.trim() === '' || foldKeys(label).some((key) => asked.some((each) => key.includes(each)));
}

export function PickOrMake({ label, choices, value, error, onChange, onMake }: PickOrMakeProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  // Until the list comes again with it, what was just made would have no name.
  const [made, setMade] = useState<Choice | null>(null);
  const all =
    made === null || choices.some((each) => each.value === made.value) ? choices : [...choices, made];
  const name = typed.trim();
  const isKnown = all.some((each) => each.label.toLowerCase() === name.toLowerCase());
  const make = async () => {
    const newValue = await onMake(name);
    if (newValue === null) return;
    setMade({ value: newValue, label: name });
    onChange(newValue);
    setTyped(name);
  };
  const maker = { value: makeValue, label: t('ui.makeNew', { name }) };
  return (
    <Select
      label={label}
      searchable
      clearable
      placeholder={t('ui.notChosen')}
      nothingFoundMessage={t('ui.typeToMake')}
      data={[...all, ...(name === '' || isKnown ? [] : [maker])]}
      value={value}
      error={error}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options, search }) => {
        const isWhole = all.some((each) => each.value === value && each.label === search);
        return options.filter(
          (each) => isWhole || !('value' in each) || each.value === makeValue || fits(each.label, search),
        );
      }}
      limit={50}
      clearButtonProps={{ 'aria-label': `${t('common.clear')}: ${label}` }}
      onChange={(picked) => (picked === makeValue ? void make() : onChange(picked))}
    />
  );
}
