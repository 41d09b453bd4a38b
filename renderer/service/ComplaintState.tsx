/** Where a complaint stands: nobody answered, it is worked on, or how it ended. */
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ComplaintSummary } from '../../shared/service/complaintContract.ts';
import { ClockBadge } from './ClockBadge.tsx';

/** An open one shows its clock, which says more than its state. */
export function ComplaintState({
  state,
  outcome,
  clock,
}: Pick<ComplaintSummary, 'state' | 'outcome' | 'clock'>) {
  const { t } = useTranslation();
  if (state === 'open') return <ClockBadge clock={clock} />;
  if (outcome !== null) return <Badge color="gray">{t(`service.outcome.${outcome}`)}</Badge>;
  return <Badge color="teal">{t('service.complaint.answered')}</Badge>;
}
