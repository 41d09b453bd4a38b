/** What one pack holds: a figure and its unit, so that the label can tell the price of a kilogram or a litre. */
import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Content, type ContentUnit, contentUnits } from '../../shared/catalogue/unitPrice.ts';
import { thousandths } from '../../shared/money.ts';
import { useFormat } from '../app/language.ts';
import { quantityTyped } from '../app/typed.ts';

/** Stands for a figure that is none: no schema takes it, so the form says so. */
const notUnderstood = thousandths(0);

interface ContentFieldProps {
  content: Content | null;
  error: string | undefined;
  /** Null for an empty field: the label tells no price of a unit. */
  onChange: (content: Content | null) => void;
}

export function ContentField({ content, error, onChange }: ContentFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const size = content?.thousandths ?? null;
  const [text, setText] = useState(size === null ? '' : format.quantity(size));
  const [unit, setUnit] = useState<ContentUnit>(content?.unit ?? 'kilogram');
  const tell = (typed: string, of: ContentUnit) =>
    onChange(
      typed.trim() === '' ? null : { thousandths: quantityTyped(typed, true) ?? notUnderstood, unit: of },
    );
  return (
    <SimpleGrid cols={2} spacing="md">
      <TextInput
        label={t('catalogue.content')}
        description={t('catalogue.contentHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="decimal"
        autoComplete="off"
        classNames={{ input: 'figures' }}
        value={text}
        error={error}
        onChange={(event) => {
          const typed = event.currentTarget.value.replace(/[^\d.,]/g, '');
          setText(typed);
          tell(typed, unit);
        }}
      />
      <Select
        label={t('catalogue.contentUnit')}
        data={contentUnits.map((each) => ({ value: each, label: format.unit(each) }))}
        value={unit}
        allowDeselect={false}
        onChange={(value) => {
          const next = contentUnits.find((each) => each === value) ?? unit;
          setUnit(next);
          tell(text, next);
        }}
      />
    </SimpleGrid>
  );
}
