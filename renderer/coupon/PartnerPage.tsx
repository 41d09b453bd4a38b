/** One partner: a month's settlement that both sides sign, their coupon series, payments, and goods given to show. */
import { Badge, Button, Group, Menu, Paper, Stack, Title } from '@mantine/core';
import { IconCash, IconChevronDown, IconGift, IconPencil, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partner, Settlement } from '../../shared/coupon/partnerContract.ts';
import { businessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { monthFrom } from '../app/monthDays.ts';
import { useMay, useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { BackHeader } from '../ui/BackHeader.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MonthSwitch } from '../ui/MonthSwitch.tsx';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import { GiveGoods } from './GiveGoods.tsx';
import { PartnerDrawer } from './PartnerDrawer.tsx';
import { PartnerPayment } from './PartnerPayment.tsx';
import { useBalanceWords } from './PartnersPage.tsx';
import { SeriesCard } from './SeriesCard.tsx';
import { SeriesDrawer } from './SeriesDrawer.tsx';
import { SettlementSheet } from './SettlementSheet.tsx';

const list = '/coupons/partners';

export function PartnerPage({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.coupon.partners, {});
  const partner = data?.partners.find((each) => each.partnerId === partnerId);
  if (partner !== undefined) return <OnePartner partner={partner} />;
  return (
    <>
      <BackHeader title={t('coupon.tab.partners')} back={list} />
      <ErrorAnswer error={error} />
      {data !== undefined && <EmptyState title={t('coupon.partner.unknown')} />}
    </>
  );
}

type Open = 'edit' | 'payment' | 'goods' | 'series' | null;

function OnePartner({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const { partnerId } = partner;
  const today = useSession().shop.businessDay;
  const balanceWords = useBalanceWords();
  const [month, setMonth] = useState(() => today.slice(0, 7));
  const [open, setOpen] = useState<Open>(null);
  const settlement = useTill(api.coupon.settlement, { partnerId, month });
  const close = () => setOpen(null);
  return (
    <>
      <BackHeader
        title={partner.name}
        back={list}
        badge={
          <Badge color={partner.isActive ? 'teal' : 'gray'}>{t(`coupon.partner.kind.${partner.kind}`)}</Badge>
        }
      >
        <Actions partner={partner} onOpen={setOpen} />
      </BackHeader>
      <Group gap="lg">
        <strong>{balanceWords(partner.balanceSom)}</strong>
        <span className="muted">{[partner.contact, partner.note].filter(Boolean).join(' · ')}</span>
      </Group>
      <PartnerSeries partnerId={partnerId} onNew={() => setOpen('series')} />
      <Paper>
        <Group justify="space-between" mb="md">
          <Title order={2}>{t('coupon.settlement.title')}</Title>
          <Group gap="sm">
            <MonthSwitch
              month={businessDay(`${month}-01`)}
              last={monthFrom(today, 0)}
              onChange={(day) => setMonth(day.slice(0, 7))}
            />
            <Button
              variant="default"
              leftSection={<IconPrinter size={20} aria-hidden="true" />}
              disabled={settlement.data === undefined}
              onClick={() => window.print()}
            >
              {t('common.print')}
            </Button>
          </Group>
        </Group>
        <ErrorAnswer error={settlement.error} />
        {settlement.data !== undefined && <Printable settlement={settlement.data} />}
      </Paper>
      <PartnerDrawer edited={open === 'edit' ? partner : null} onClose={close} />
      <SeriesDrawer edited={open === 'series' ? 'new' : null} partnerId={partnerId} onClose={close} />
      <PartnerPayment isOpen={open === 'payment'} partner={partner} onClose={close} />
      <GiveGoods isOpen={open === 'goods'} partner={partner} onClose={close} />
    </>
  );
}

/** What stands on the screen is what is printed. */
function Printable({ settlement }: { settlement: Settlement }) {
  return (
    <>
      <SettlementSheet settlement={settlement} isOnPaper={false} />
      <PrintSheet>
        <SettlementSheet settlement={settlement} isOnPaper />
      </PrintSheet>
    </>
  );
}

function Actions({ partner, onOpen }: { partner: Partner; onOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  const mayChange = useMay('coupon.change');
  if (!mayChange) return null;
  return (
    <>
      <Button leftSection={<IconCash size={20} aria-hidden="true" />} onClick={() => onOpen('payment')}>
        {t('coupon.payment.record')}
      </Button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden="true" />}>
            {t('coupon.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {partner.kind === 'blogger' && (
            <Menu.Item
              leftSection={<IconGift size={20} aria-hidden="true" />}
              onClick={() => onOpen('goods')}
            >
              {t('coupon.goods.give')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPencil size={20} aria-hidden="true" />} onClick={() => onOpen('edit')}>
            {t('common.edit')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function PartnerSeries({ partnerId, onNew }: { partnerId: string; onNew: () => void }) {
  const { t } = useTranslation();
  const mayChange = useMay('coupon.change');
  const all = useTill(api.coupon.series, {}).data?.series;
  if (all === undefined) return null;
  const theirs = all.filter((series) => series.partnerId === partnerId);
  const add = mayChange && (
    <Button variant="default" leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={onNew}>
      {t('coupon.newSeries')}
    </Button>
  );
  return (
    <Stack gap="md">
      {theirs.map((series) => (
        <SeriesCard key={series.id} series={series} />
      ))}
      {theirs.length === 0 ? (
        <EmptyState
          title={t('coupon.partner.noSeries')}
          hint={t('coupon.partner.noSeriesHint')}
          action={add}
        />
      ) : (
        <div>{add}</div>
      )}
    </Stack>
  );
}
