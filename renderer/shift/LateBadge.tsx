/** Marks a shift that was closed on a later day than it was opened; its report belongs to the first. */
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BusinessDay } from '../../shared/time.ts';

export interface LateBadgeProps {
  businessDay: BusinessDay;
  /** Null while it is open. */
  closedOn: BusinessDay | null;
}

export function LateBadge({ businessDay, closedOn }: LateBadgeProps) {
  const { t } = useTranslation();
  if (closedOn === null || closedOn <= businessDay) return null;
  return <Badge color="amber">{t('shift.late')}</Badge>;
}
