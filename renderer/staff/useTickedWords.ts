/** When something was ticked, and by whom. */
import { useTranslation } from 'react-i18next';
import { defaultTimeZone, type Instant, localTimeOf } from '../../shared/time.ts';
import { useFormat } from '../app/language.ts';

export function useTickedWords(): (tick: {
  readonly tickedAt: Instant;
  readonly tickedByName: string;
}) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ tickedAt, tickedByName }) =>
    t('staff.skill.ticked', {
      day: format.day(localTimeOf(tickedAt, defaultTimeZone).day),
      name: tickedByName,
    });
}
