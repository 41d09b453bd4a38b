/** The goods of a sale with their usual and their sale price; all of them may be lowered by a percent at once. */
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BasisPoints } from '../../shared/money.ts';
import { isSalePrice, percentOff, salePriceOf } from '../../shared/promotion/salePrices.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { PercentInput } from '../ui/PercentInput.tsx';
import styles from './SalePricesGoods.module.css';
import { SalePricesSearch } from './SalePricesSearch.tsx';
import { type GoodsFound, mostGoods, type TypedGoods } from './salePricesForm.ts';

export interface SalePricesGoodsProps {
  goods: readonly TypedGoods[];
  error: string | undefined;
  /** Whether the price of a row was found wrong when the form was sent. */
  isMissing: (place: number) => boolean;
  onChange: (goods: readonly TypedGoods[]) => void;
}

export function SalePricesGoods({ goods, error, isMissing, onChange }: SalePricesGoodsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [notice, setNotice] = useState<string | undefined>(undefined);
  const [off, setOff] = useState<BasisPoints | null>(null);
  const lowered = (each: TypedGoods) =>
    off === null ? each : { ...each, priceSom: salePriceOf(each.usualSom, off) };
  const add = ({ id, name, priceSom, isDiscountable }: GoodsFound) => {
    const words = { name: textIn(name, language), count: mostGoods };
    if (goods.some(({ productId }) => productId === id)) setNotice(t('promotion.salePrices.already', words));
    else if (!isDiscountable) setNotice(t('promotion.salePrices.neverDiscounted', words));
    else if (goods.length >= mostGoods) setNotice(t('promotion.salePrices.tooMany', words));
    else {
      setNotice(undefined);
      onChange([...goods, lowered({ productId: id, name, usualSom: priceSom, priceSom: null })]);
    }
  };
  return (
    <div className={styles.goods}>
      <Group align="flex-start" wrap="nowrap">
        <div className={styles.search}>
          <SalePricesSearch error={notice ?? error} onFound={add} onNotFound={setNotice} />
        </div>
        <PercentInput
          label={t('promotion.salePrices.percent')}
          w={120}
          value={off}
          onChange={setOff}
          leftSection="−"
        />
        <Button
          mt={26}
          variant="light"
          disabled={off === null || goods.length === 0}
          onClick={() => onChange(goods.map(lowered))}
        >
          {t('promotion.salePrices.toAll')}
        </Button>
      </Group>
      {goods.length > 0 && (
        <table className={styles.table} aria-label={t('promotion.salePrices.goods')}>
          <thead>
            <tr>
              <th>{t('catalogue.name')}</th>
              <th className={styles.figure}>{t('promotion.salePrices.usual')}</th>
              <th className={styles.price}>{t('promotion.salePrices.sale')}</th>
              <th aria-label={t('promotion.salePrices.percent')} />
              <th aria-label={t('common.delete')} />
            </tr>
          </thead>
          <tbody>
            {goods.map((each, place) => (
              <GoodsRow
                key={each.productId}
                goods={each}
                isMissing={isMissing(place)}
                onChange={(changed) => onChange(goods.with(place, changed))}
                onRemove={() => onChange(goods.toSpliced(place, 1))}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

interface GoodsRowProps {
  goods: TypedGoods;
  isMissing: boolean;
  onChange: (goods: TypedGoods) => void;
  onRemove: () => void;
}

function GoodsRow({ goods, isMissing, onChange, onRemove }: GoodsRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = textIn(goods.name, useLanguage());
  const { usualSom, priceSom } = goods;
  const isWrong = priceSom === null ? isMissing : !isSalePrice(usualSom, priceSom);
  const percent = priceSom === null ? 0 : percentOff(usualSom, priceSom);
  return (
    <tr>
      <td>{name}</td>
      <td className={`${styles.figure} figures`}>{format.number(usualSom)}</td>
      <td>
        <MoneyInput
          aria-label={`${t('promotion.salePrices.sale')}: ${name}`}
          value={priceSom}
          error={
            isWrong && (priceSom === null ? t('ui.field.required') : t('promotion.salePrices.notCheaper'))
          }
          onChange={(price) => onChange({ ...goods, priceSom: price })}
        />
      </td>
      <td className={`${styles.figure} figures muted`}>
        {percent > 0 && `−${format.percent(percent * 100)}`}
      </td>
      <td>
        <ActionIcon aria-label={t('promotion.salePrices.removeGoods', { name })} onClick={onRemove}>
          <IconTrash size={20} aria-hidden="true" />
        </ActionIcon>
      </td>
    </tr>
  );
}
