/** Who brings the money: customers by class A, B and C, by sales or by gross profit, with the bounds that the shop chose. */
import { Alert, Group, SegmentedControl, Text } from '@mantine/core';
import { IconChartDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AbcClass } from '../../../shared/customer/abc.ts';
import { multiplyDivideHalfUp } from '../../../shared/money.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/language.ts';
import { useMay } from '../../app/session.tsx';
import { useTill } from '../../app/useTill.ts';
import { CustomerTabs } from '../../customer/CustomerTabs.tsx';
import { AbcBounds } from '../../shop/AbcBounds.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorAnswer } from '../../ui/ErrorAnswer.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { AbcMembers } from './AbcMembers.tsx';
import { ParetoCurve } from './ParetoCurve.tsx';
import styles from './segments.module.css';

type Abc = Extract<Awaited<ReturnType<typeof api.report.abc>>, { ok: true }>['data'];

export function AbcPage() {
  const { t } = useTranslation();
  const [by, setBy] = useState<'sales' | 'profit'>('sales');
  const [open, setOpen] = useState<AbcClass>('A');
  const { data, error } = useTill(api.report.abc, { by }, { keepsLast: true });
  return (
    <>
      <PageHeader title={t('ui.nav.customers')} note={t('report.abc.year')} />
      <CustomerTabs open="abc" />
      <ErrorAnswer error={error} />
      <Group gap="md">
        <SegmentedControl
          aria-label={t('report.abc.by.label')}
          data={(['sales', 'profit'] as const).map((value) => ({
            value,
            label: t(`report.abc.by.${value}`),
          }))}
          value={by}
          onChange={setBy}
        />
        {by === 'profit' && data !== undefined && <KnownCosts share={data.knownBasisPoints} />}
      </Group>
      {data !== undefined && data.curve.length === 0 && (
        <EmptyState
          icon={<IconChartDots size={40} />}
          title={t(`report.abc.none.${by}`)}
          hint={t(`report.abc.noneHint.${by}`)}
        />
      )}
      {data !== undefined && data.curve.length > 0 && (
        <>
          <Classes abc={data} open={open} onOpen={setOpen} />
          <div className={styles.abc}>
            <Section title={t('report.abc.curve')}>
              <ParetoCurve {...data} />
            </Section>
            <Bounds abc={data} />
          </div>
          <AbcMembers by={by} open={open} />
        </>
      )}
    </>
  );
}

/** Goods without a purchase price bring no profit that anybody could know: the owner sees how much of the sales that is. */
function KnownCosts({ share }: { share: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (share === null) return null;
  return (
    <Text c={share < 10_000 ? undefined : 'dimmed'}>
      {t(share < 10_000 ? 'report.abc.partKnown' : 'report.abc.allKnown', { share: format.percent(share) })}
    </Text>
  );
}

function Classes(props: { abc: Abc; open: AbcClass; onOpen: (open: AbcClass) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { classes } = props.abc;
  const customers = classes.reduce((sum, each) => sum + each.customers, 0);
  const total = classes.reduce((sum, each) => sum + Math.max(0, each.sumSom), 0);
  const share = (part: number, of: number) =>
    format.percent(of === 0 ? 0 : multiplyDivideHalfUp(Math.max(0, part), 1000, of) * 10);
  return (
    <div className={styles.classes}>
      {classes.map((each) => (
        <button
          type="button"
          key={each.class}
          className={styles.class}
          aria-pressed={props.open === each.class}
          onClick={() => props.onOpen(each.class)}
        >
          <span className={styles.cardHead}>
            <span className={styles.className}>{each.class}</span>
            <span className="muted">{t(`report.abc.meaning.${each.class}`)}</span>
          </span>
          <span className={`${styles.classSum} figures`}>{format.som(each.sumSom)}</span>
          <span className="muted">{t('report.abc.shareOfMoney', { share: share(each.sumSom, total) })}</span>
          <span className="muted">
            {t('common.count.customers', { count: each.customers })} · {share(each.customers, customers)}
          </span>
        </button>
      ))}
    </div>
  );
}

function Bounds({ abc }: { abc: Abc }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayChange = useMay('shop.changeSettings');
  const { data } = useTill(api.shop.settings, {}, { isOn: mayChange });
  const words = { a: format.percent(abc.aBasisPoints), b: format.percent(abc.bBasisPoints) };
  return (
    <Section title={t('report.abc.bounds')}>
      <Text>{t('report.abc.rule', words)}</Text>
      {mayChange && data !== undefined && (
        <AbcBounds key={`${data.abcABasisPoints} ${data.abcBBasisPoints}`} settings={data} />
      )}
      {abc.without > 0 && (
        <Alert color="gray" variant="light">
          {t('report.abc.without', { count: abc.without })}
        </Alert>
      )}
    </Section>
  );
}
