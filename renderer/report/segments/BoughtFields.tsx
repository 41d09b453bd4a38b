/** What a customer must have bought: goods by name, whole categories or brands. */
import { Group, Input, MultiSelect, Pill } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../../shared/text.ts';
import { api } from '../../app/api.ts';
import { useLanguage } from '../../app/language.ts';
import { useTill } from '../../app/useTill.ts';
import { ProductSearch } from '../../promotion/ProductSearch.tsx';
import { OneOf, WindowField } from './fieldParts.tsx';
import type { FieldsOf } from './segmentDraft.ts';
import styles from './segments.module.css';

export function BoughtFields({ condition, onChange }: FieldsOf<'bought'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const groups = useTill(api.catalogue.groups, {}, { isOn: condition.what !== 'product' }).data;
  const choices =
    condition.what === 'category'
      ? (groups?.categories ?? []).map(({ id, name }) => ({ value: id, label: textIn(name, language) }))
      : (groups?.brands ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <OneOf
        label={t('report.segment.field.what')}
        options={(['product', 'category', 'brand'] as const).map((value) => ({
          value,
          label: t(`report.segment.what.${value}`),
        }))}
        value={condition.what}
        onChange={(what) => onChange({ ...condition, what, ids: [] })}
      />
      {condition.what === 'product' ? (
        <Products ids={condition.ids} onChange={(ids) => onChange({ ...condition, ids })} />
      ) : (
        <MultiSelect
          className={styles.wide ?? ''}
          label={t(`report.segment.what.${condition.what}`)}
          searchable
          data={choices}
          value={condition.ids}
          onChange={(ids) => onChange({ ...condition, ids })}
        />
      )}
      <WindowField
        value={condition.withinDays}
        onChange={(withinDays) => onChange({ ...condition, withinDays })}
      />
    </>
  );
}

function Products({ ids, onChange }: { ids: readonly string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useTill(
    api.catalogue.named,
    { productIds: [...ids] },
    { isOn: ids.length > 0, keepsLast: true },
  );
  const nameOf = (id: string) => {
    const product = data?.products.find((each) => each.id === id);
    return product === undefined ? '…' : textIn(product.name, language);
  };
  return (
    <Input.Wrapper className={styles.wide ?? ''} label={t('report.segment.what.product')} labelElement="div">
      <ProductSearch
        label={t('report.segment.field.findProduct')}
        onPick={({ id }) => onChange([...ids.filter((each) => each !== id), id])}
      />
      {ids.length > 0 && (
        <Group gap="xs" mt="xs">
          {ids.map((id) => (
            <Pill
              key={id}
              size="lg"
              withRemoveButton
              removeButtonProps={{
                'aria-label': `${t('common.delete')}: ${nameOf(id)}`,
                'aria-hidden': false,
              }}
              onRemove={() => onChange(ids.filter((each) => each !== id))}
            >
              {nameOf(id)}
            </Pill>
          ))}
        </Group>
      )}
    </Input.Wrapper>
  );
}
