/** The customers of one class, with the way to each of them. */
import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AbcClass } from '../../../shared/customer/abc.ts';
import { segmentRuleSchema } from '../../../shared/customer/segment.ts';
import { SegmentMembers } from './SegmentMembers.tsx';

export function AbcMembers({ by, open }: { by: 'sales' | 'profit'; open: AbcClass }) {
  const { t } = useTranslation();
  const rule = segmentRuleSchema.parse({ conditions: [{ kind: 'abc', by, classes: [open] }] });
  const name = t('report.abc.customersOf', { class: open });
  return (
    <>
      <Title order={2} size="h4">
        {name}
      </Title>
      <SegmentMembers key={`${by} ${open}`} rule={rule} name={name} />
    </>
  );
}
