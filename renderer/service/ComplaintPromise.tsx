/** The promised day of a complaint and how it stands, in words beside the colour. */
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ComplaintSummary } from '../../shared/service/complaintContract.ts';
import { useFormat } from '../app/language.ts';

const colours: Readonly<Record<ComplaintSummary['promise'], string>> = {
  none: 'gray',
  ahead: 'gray',
  today: 'amber',
  broken: 'red',
  kept: 'green',
};

/** Nothing where nothing was promised. */
export function ComplaintPromise({ promisedOn, promise }: Pick<ComplaintSummary, 'promisedOn' | 'promise'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (promisedOn === null) return null;
  return (
    <Badge color={colours[promise]} style={{ flex: 'none' }} className="figures">
      {t(`service.promise.${promise}`, { day: format.dayAndMonth(promisedOn) })}
    </Badge>
  );
}
