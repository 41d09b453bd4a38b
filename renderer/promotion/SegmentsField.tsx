/** For which of the shop's groups of customers a promotion is. */
import { Alert, Anchor, MultiSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import type { FieldsOfPart } from './fieldProps.ts';
import { useGoodsNames } from './goodsNames.tsx';

export function SegmentsField({ part, path, errorOf, onChange }: FieldsOfPart<'segment'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { learn } = useGoodsNames();
  const { data } = useTill(api.customer.segments, {});
  const segments = data?.segments ?? [];
  if (data !== undefined && segments.length === 0) {
    return (
      <Alert color="amber">
        {t('promotion.condition.noSegments')}{' '}
        <Anchor renderRoot={(props) => <Link {...props} to="/customers/segments" />}>
          {t('promotion.condition.toSegments')}
        </Anchor>
      </Alert>
    );
  }
  const choose = (segmentIds: readonly string[]) => {
    for (const { id, name } of segments) if (segmentIds.includes(id)) learn(id, name);
    onChange({ ...part, segmentIds });
  };
  return (
    <MultiSelect
      size="md"
      label={t('promotion.condition.segments')}
      description={t('promotion.condition.segmentsHint')}
      data={segments.map(({ id, name }) => ({ value: id, label: textIn(name, language) }))}
      value={[...part.segmentIds]}
      error={errorOf(`${path}.segmentIds`)}
      onChange={choose}
    />
  );
}
