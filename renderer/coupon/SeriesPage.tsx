/** One coupon series: what became of its coupons, its batches, every single coupon, and what looks wrong at the till. */
import { Badge, Button, Menu, Tabs } from '@mantine/core';
import { IconChevronDown, IconGift, IconPencil, IconPlus, IconUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouponSeriesRow } from '../../shared/coupon/contract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { BackHeader } from '../ui/BackHeader.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { BatchTable } from './BatchTable.tsx';
import { CouponList } from './CouponList.tsx';
import { GiveByHand } from './GiveByHand.tsx';
import { MakeBatchDrawer } from './MakeBatchDrawer.tsx';
import { GivenBadge, useGivingWords } from './SeriesCard.tsx';
import { SeriesDrawer } from './SeriesDrawer.tsx';
import { SeriesFigures } from './SeriesFigures.tsx';
import styles from './SeriesPage.module.css';
import { SeriesSigns } from './SeriesSigns.tsx';
import { type SeriesReport, useSeriesReport } from './seriesReport.ts';

export function SeriesPage({ seriesId }: { seriesId: string }) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.coupon.series, {});
  const series = data?.series.find(({ id }) => id === seriesId);
  if (series !== undefined) return <OneSeries series={series} />;
  return (
    <>
      <BackHeader title={t('ui.nav.coupons')} back="/coupons" />
      <ErrorAnswer error={error} />
      {data !== undefined && <EmptyState title={t('coupon.noSuchSeries')} />}
    </>
  );
}

type Open = 'edit' | 'give' | 'batch' | null;

function OneSeries({ series }: { series: CouponSeriesRow }) {
  const language = useLanguage();
  const givingWords = useGivingWords();
  const [open, setOpen] = useState<Open>(null);
  const report = useSeriesReport(series.id);
  const close = () => setOpen(null);
  return (
    <>
      <BackHeader
        title={textIn(series.name, language)}
        back="/coupons"
        badge={<GivenBadge isGiven={series.isGiven} />}
      >
        <Actions series={series} onOpen={setOpen} />
      </BackHeader>
      <p className={styles.sentence}>
        {textIn(series.sentence, language)} · <span className="muted">{givingWords(series)}</span>
      </p>
      <ErrorAnswer error={report.error} />
      {report.data !== undefined && <SeriesFigures report={report.data} />}
      <SeriesTabs series={series} report={report.data} />
      <SeriesDrawer edited={open === 'edit' ? series : null} onClose={close} />
      <GiveByHand isOpen={open === 'give'} series={series} customer={null} onClose={close} />
      <MakeBatchDrawer isOpen={open === 'batch'} series={series} onClose={close} />
    </>
  );
}

/** Coupons that a partner hands out are here only accepted. */
function isTheirs({ content: { codes, usedAt } }: CouponSeriesRow): boolean {
  return codes.kind !== 'own' && usedAt === 'here';
}

/** A batch is for whoever brings it, so a coupon of one customer is never in one. */
function mayHaveBatches(series: CouponSeriesRow): boolean {
  return series.content.holding === 'bearer' && !isTheirs(series);
}

/** What one mostly does stands as a button; the rest in a menu, so that it fits beside a long name. */
function Actions({ series, onOpen }: { series: CouponSeriesRow; onOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayChange = useMay('coupon.change');
  const mayGive = useMay('coupon.give') && series.isGiven && !isTheirs(series);
  const hasList = series.content.codes.kind === 'list';
  const mayBatch = mayChange && series.isGiven && mayHaveBatches(series);
  return (
    <>
      {hasList && mayChange && (
        <Button
          leftSection={<IconUpload size={20} aria-hidden="true" />}
          onClick={() => void navigate({ to: `/coupons/series/${series.id}/import` })}
        >
          {t('coupon.import.open')}
        </Button>
      )}
      {mayBatch && (
        <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => onOpen('batch')}>
          {t('coupon.batch.make')}
        </Button>
      )}
      <Menu position="bottom-end" shadow="md">
        {(mayGive || mayChange) && (
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden="true" />}>
              {t('coupon.more')}
            </Button>
          </Menu.Target>
        )}
        <Menu.Dropdown>
          {mayGive && (
            <Menu.Item leftSection={<IconGift size={20} aria-hidden="true" />} onClick={() => onOpen('give')}>
              {t('coupon.give.byHand')}
            </Menu.Item>
          )}
          {mayChange && (
            <Menu.Item
              leftSection={<IconPencil size={20} aria-hidden="true" />}
              onClick={() => onOpen('edit')}
            >
              {t('common.edit')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

interface TabsProps {
  readonly series: CouponSeriesRow;
  /** Undefined for a person who may not see it. */
  readonly report: SeriesReport | undefined;
}

function SeriesTabs({ series, report }: TabsProps) {
  const { t } = useTranslation();
  const signs = report?.signs ?? [];
  return (
    <Tabs
      defaultValue={mayHaveBatches(series) ? 'batches' : 'coupons'}
      className={styles.tabs}
      keepMounted={false}
    >
      <Tabs.List>
        <Tabs.Tab value="batches">{t('coupon.batches')}</Tabs.Tab>
        <Tabs.Tab value="coupons">{t('coupon.coupons')}</Tabs.Tab>
        {report !== undefined && (
          <Tabs.Tab
            value="signs"
            rightSection={signs.length === 0 ? undefined : <Badge color="amber">{signs.length}</Badge>}
          >
            {t('coupon.signs')}
          </Tabs.Tab>
        )}
      </Tabs.List>
      <Tabs.Panel value="batches" className={styles.panel}>
        <BatchTable series={series} figures={report?.batches ?? []} />
      </Tabs.Panel>
      <Tabs.Panel value="coupons" className={styles.panel}>
        <CouponList seriesId={series.id} />
      </Tabs.Panel>
      <Tabs.Panel value="signs" className={styles.panel}>
        <SeriesSigns signs={signs} />
      </Tabs.Panel>
    </Tabs>
  );
}
