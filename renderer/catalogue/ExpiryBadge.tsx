/** The last day of goods on the shelf, once it is near or past. */
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type BusinessDay, daysBetween } from '../../shared/time.ts';
import { useFormat } from '../app/language.ts';

/** A week is what is left to sell them cheaper. */
const nearDays = 7;

export function ExpiryBadge({ expiresOn, today }: { expiresOn: BusinessDay; today: BusinessDay }) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = daysBetween(today, expiresOn);
  if (left > nearDays) return null;
  const day = format.day(expiresOn);
  return (
    <Badge color={left < 0 ? 'red' : 'amber'} ml="sm">
      {left < 0 ? t('catalogue.expired', { day }) : t('catalogue.expires', { day })}
    </Badge>
  );
}
