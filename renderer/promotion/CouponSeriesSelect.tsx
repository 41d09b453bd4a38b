/** One of the shop's coupon series, or several of them. */
import { Alert, MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { useGoodsNames } from './goodsNames.tsx';

function useSeries() {
  const language = useLanguage();
  const { data } = useTill(api.coupon.series, {});
  const series = data?.series ?? [];
  return {
    isEmpty: data !== undefined && series.length === 0,
    options: series.map(({ id, name }) => ({ value: id, label: textIn(name, language) })),
    seriesOf: (id: string) => series.find((each) => each.id === id) ?? null,
  };
}

function NoSeries() {
  const { t } = useTranslation();
  return <Alert color="amber">{t('promotion.coupon.none')}</Alert>;
}

export function CouponSeriesSelect(props: {
  seriesId: string | null;
  error: string | undefined;
  onChange: (series: { seriesId: string; partnerId: string | null }) => void;
}) {
  const { t } = useTranslation();
  const { isEmpty, options, seriesOf } = useSeries();
  const { learn } = useGoodsNames();
  if (isEmpty) return <NoSeries />;
  return (
    <Select
      label={t('promotion.coupon.one')}
      data={options}
      value={props.seriesId}
      error={props.error}
      onChange={(id) => {
        const series = id === null ? null : seriesOf(id);
        if (series === null) return;
        learn(series.id, series.name);
        props.onChange({ seriesId: series.id, partnerId: series.partnerId });
      }}
    />
  );
}

export function CouponSeriesChoice(props: {
  seriesIds: readonly string[];
  error: string | undefined;
  onChange: (seriesIds: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const { isEmpty, options, seriesOf } = useSeries();
  const { learn } = useGoodsNames();
  if (isEmpty) return <NoSeries />;
  return (
    <MultiSelect
      size="md"
      label={t('promotion.coupon.several')}
      data={options}
      value={[...props.seriesIds]}
      error={props.error}
      onChange={(ids) => {
        for (const id of ids) learn(id, seriesOf(id)?.name ?? { uz: id });
        props.onChange(ids);
      }}
    />
  );
}
