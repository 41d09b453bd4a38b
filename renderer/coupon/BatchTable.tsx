/** The batches of a series: how far each is made, what came of it, and how it is printed, sent or cancelled. */
import { ActionIcon, Badge, Button, Drawer, Menu, Paper } from '@mantine/core';
import { IconBan, IconDots, IconList, IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouponSeriesRow } from '../../shared/coupon/contract.ts';
import type { CouponBatch } from '../../shared/coupon/contractBatch.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { BatchKindPicture } from './BatchKindPicture.tsx';
import { BatchMessages } from './BatchMessages.tsx';
import styles from './batch.module.css';
import { CouponList } from './CouponList.tsx';
import { PrintStripButton } from './PrintStrip.tsx';
import { isSheetKind } from './print/layouts.ts';
import { PrintBatchButton } from './print/PrintBatchButton.tsx';
import type { SeriesReport } from './seriesReport.ts';
import { VoidDialog } from './VoidDialog.tsx';

export interface BatchTableProps {
  readonly series: CouponSeriesRow;
  readonly figures: SeriesReport['batches'];
}

export function BatchTable({ series, figures }: BatchTableProps) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.coupon.batches, { seriesId: series.id });
  const [open, setOpen] = useState<{ batch: CouponBatch; what: 'coupons' | 'messages' | 'void' } | null>(
    null,
  );
  const close = () => setOpen(null);
  const voiding = useIntention(api.coupon.voidBatch);
  const hint = useEmptyHint(series);
  return (
    <>
      <ErrorAnswer error={error} />
      {data?.batches.length === 0 && <EmptyState title={t('coupon.batch.empty')} hint={hint} />}
      <div className={styles.list}>
        {data?.batches.map((batch) => (
          <BatchCard
            key={batch.batchId}
            batch={batch}
            figures={figures.find(({ batchId }) => batchId === batch.batchId)}
            onOpen={(what) => setOpen({ batch, what })}
          />
        ))}
      </div>
      <Drawer
        opened={open?.what === 'coupons' || open?.what === 'messages'}
        onClose={close}
        position="right"
        size={900}
        title={open === null ? '' : <BatchName batch={open.batch} />}
      >
        {open?.what === 'coupons' && <CouponList batchId={open.batch.batchId} />}
        {open?.what === 'messages' && <BatchMessages batch={open.batch} series={series} />}
      </Drawer>
      <VoidDialog
        isOpen={open?.what === 'void'}
        title={t('coupon.batch.voidTitle')}
        effect={t('coupon.batch.voidEffect')}
        error={voiding.error}
        isSending={voiding.isSending}
        onVoid={(reason) => voiding.send({ batchId: open?.batch.batchId ?? '', reason })}
        onClose={close}
      />
    </>
  );
}

function useEmptyHint({ content: { codes, usedAt, holding } }: CouponSeriesRow): string {
  const { t } = useTranslation();
  if (codes.kind !== 'own' && usedAt === 'here') return t('coupon.batch.partnerHint');
  return holding === 'bearer' ? t('coupon.batch.emptyHint') : t('coupon.batch.boundHint');
}

/** Its label, else what it is printed as. */
function BatchName({ batch }: { batch: CouponBatch }) {
  const { t } = useTranslation();
  return batch.label === '' ? t(`coupon.batch.kind.${batch.kind}`) : batch.label;
}

const stateColours = { making: 'amber', ready: 'green', cancelled: 'gray', voided: 'red' } as const;

interface BatchCardProps {
  readonly batch: CouponBatch;
  readonly figures: SeriesReport['batches'][number] | undefined;
  readonly onOpen: (what: 'coupons' | 'messages' | 'void') => void;
}

function BatchCard({ batch, figures, onOpen }: BatchCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    batch.label === '' ? '' : t(`coupon.batch.kind.${batch.kind}`),
    batch.languages.map((language) => language.toUpperCase()).join(' '),
    format.moment(batch.createdAt),
    batch.createdBy ?? '',
  ].filter((fact) => fact !== '');
  return (
    <Paper className={styles.batch}>
      <BatchKindPicture kind={batch.kind} />
      <div>
        <div className={styles.head}>
          <h3 className={styles.name}>
            <BatchName batch={batch} />
          </h3>
          <Badge color={stateColours[batch.state]}>{t(`coupon.batch.state.${batch.state}`)}</Badge>
        </div>
        <div className="muted">{facts.join(' · ')}</div>
        <div className={styles.figures}>
          <span>{t('coupon.batch.pieces', { count: batch.count, number: format.number(batch.count) })}</span>
          <span>{t('coupon.batch.used', { used: format.number(batch.redeemed) })}</span>
          {figures !== undefined && (
            <>
              <span>{t('coupon.batch.brought', { sum: format.som(figures.broughtSom) })}</span>
              <span>{t('coupon.batch.cost', { sum: format.som(figures.costSom) })}</span>
            </>
          )}
        </div>
      </div>
      <BatchActions batch={batch} onOpen={onOpen} />
      {batch.state === 'making' && (
        <div className={styles.wide}>
          <ProgressBar
            label={t('coupon.batch.making', {
              made: format.number(batch.made),
              all: format.number(batch.count),
            })}
            doneThousandths={Math.floor((batch.made * 1000) / batch.count)}
          />
        </div>
      )}
    </Paper>
  );
}

function BatchActions({ batch, onOpen }: Omit<BatchCardProps, 'figures'>) {
  const { t } = useTranslation();
  const mayChange = useMay('coupon.change');
  const cancel = useIntention(api.coupon.cancelBatch);
  if (batch.state === 'making') {
    return mayChange ? (
      <Button
        variant="default"
        loading={cancel.isSending}
        onClick={() => void cancel.send({ batchId: batch.batchId })}
      >
        {t('common.cancel')}
      </Button>
    ) : null;
  }
  return (
    <div className={styles.actions}>
      {batch.state === 'ready' && <HandOut batch={batch} onOpen={onOpen} />}
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" aria-label={t('coupon.more')}>
            <IconDots size={20} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconList size={20} aria-hidden="true" />}
            onClick={() => onOpen('coupons')}
          >
            {t('coupon.batch.showCoupons')}
          </Menu.Item>
          {mayChange && batch.state === 'ready' && (
            <Menu.Item
              color="red"
              leftSection={<IconBan size={20} aria-hidden="true" />}
              onClick={() => onOpen('void')}
            >
              {t('coupon.batch.void')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** The one way in which this kind of batch leaves the shop. */
export function HandOut({ batch, onOpen }: Omit<BatchCardProps, 'figures'>) {
  const { t } = useTranslation();
  if (batch.kind === 'strip') return <PrintStripButton batch={batch} />;
  if (isSheetKind(batch.kind)) {
    const label = batch.label === '' ? t(`coupon.batch.kind.${batch.kind}`) : batch.label;
    return <PrintBatchButton batchId={batch.batchId} kind={batch.kind} label={label} />;
  }
  return (
    <Button
      variant="default"
      leftSection={<IconMessage size={20} aria-hidden="true" />}
      onClick={() => onOpen('messages')}
    >
      {t('coupon.batch.messages')}
    </Button>
  );
}
