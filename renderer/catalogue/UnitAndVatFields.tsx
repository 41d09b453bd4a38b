/** What a product is counted in, and whether it has a VAT of its own. */
import { Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type Unit, units } from '../../shared/basket.ts';
import type { vatChoiceSchema } from '../../shared/catalogue/contract.ts';
import { rateSchema } from '../../shared/wire.ts';
import { useFormat } from '../app/language.ts';

export type VatChoice = z.output<typeof vatChoiceSchema>;

/** The rates of today's law. */
const rates = [rateSchema.parse(0), rateSchema.parse(1200)];

const keyOf = (vat: VatChoice) => (vat.kind === 'rate' ? String(vat.rateBasisPoints) : vat.kind);

function choiceOf(key: string): VatChoice {
  if (key === 'shop' || key === 'none') return { kind: key };
  return { kind: 'rate', rateBasisPoints: rateSchema.parse(Number(key)) };
}

export interface UnitAndVatFieldsProps {
  unit: Unit;
  vat: VatChoice;
  onChange: (patch: { unit?: Unit; vat?: VatChoice }) => void;
}

export function UnitAndVatFields({ unit, vat, onChange }: UnitAndVatFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const own = vat.kind === 'rate' && !rates.includes(vat.rateBasisPoints) ? [vat.rateBasisPoints] : [];
  const vatOptions = [
    { value: 'shop', label: t('catalogue.vatShop') },
    { value: 'none', label: t('catalogue.vatNone') },
    ...[...rates, ...own].map((rate) => ({ value: String(rate), label: format.percent(rate) })),
  ];
  return (
    <SimpleGrid cols={2} spacing="md">
      <Select
        label={t('catalogue.unit')}
        data={units.map((each) => ({ value: each, label: format.unit(each) }))}
        value={unit}
        onChange={(value) => onChange({ unit: units.find((each) => each === value) ?? unit })}
      />
      <Select
        label={t('catalogue.vat')}
        data={vatOptions}
        value={keyOf(vat)}
        onChange={(value) => value !== null && onChange({ vat: choiceOf(value) })}
      />
    </SimpleGrid>
  );
}
