/** Charity: the funds the shop names, what lies with the shop for each, and what a month brought them. */
import { Badge, Button, Group, Paper, Title } from '@mantine/core';
import { IconHeartHandshake, IconPencil, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { businessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { monthFrom } from '../app/monthDays.ts';
import { useMay, useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MonthSwitch } from '../ui/MonthSwitch.tsx';
import { PrintNow } from '../ui/PrintNow.tsx';
import { type Fund, FundDrawer } from './FundDrawer.tsx';
import { FundMoney, type MoneyDeed } from './FundMoney.tsx';
import styles from './GameForm.module.css';
import { LoyaltyTabs } from './LoyaltyTabs.tsx';
import { CharityStatement } from './print/CharityStatement.tsx';

type Open =
  | { readonly kind: 'edit'; readonly fund: Fund | 'new' }
  | { readonly kind: 'money'; readonly deed: MoneyDeed; readonly fund: Fund }
  | null;

export function CharityPage() {
  const { t } = useTranslation();
  const mayChange = useMay('loyalty.changeProgramme');
  const { data, error } = useTill(api.loyalty.funds, {});
  const [open, setOpen] = useState<Open>(null);
  const columns = useColumns(setOpen);
  const close = () => setOpen(null);
  const add = mayChange && (
    <Button
      leftSection={<IconPlus size={20} aria-hidden="true" />}
      onClick={() => setOpen({ kind: 'edit', fund: 'new' })}
    >
      {t('loyalty.charity.add')}
    </Button>
  );
  return (
    <>
      <LoyaltyTabs open="charity">{add}</LoyaltyTabs>
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <DataTable
          label={t('loyalty.charity.funds')}
          columns={columns}
          rows={data.funds}
          rowKey={({ fundId }) => fundId}
          empty={
            <EmptyState
              icon={<IconHeartHandshake size={48} />}
              title={t('loyalty.charity.empty')}
              hint={t('loyalty.charity.emptyHint')}
              action={add}
            />
          }
        />
      )}
      {data !== undefined && data.funds.length > 0 && <Month />}
      <FundDrawer edited={open?.kind === 'edit' ? open.fund : null} onClose={close} />
      {open?.kind === 'money' && <FundMoney deed={open.deed} fund={open.fund} onClose={close} />}
    </>
  );
}

function useColumns(onOpen: (open: Open) => void): readonly Column<Fund>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const mayGive = useMay('loyalty.charity');
  const mayChange = useMay('loyalty.changeProgramme');
  const buttons: Column<Fund> = {
    key: 'buttons',
    header: '',
    width: 470,
    cell: (fund) => (
      <Group gap="sm" justify="flex-end" wrap="nowrap">
        {fund.isActive && (
          <Button
            variant="default"
            size="compact-md"
            mih={36}
            onClick={() => onOpen({ kind: 'money', deed: 'sponsor', fund })}
          >
            {t('loyalty.charity.sponsor')}
          </Button>
        )}
        <Button
          variant="default"
          size="compact-md"
          mih={36}
          disabled={fund.balanceSom <= 0}
          onClick={() => onOpen({ kind: 'money', deed: 'payOver', fund })}
        >
          {t('loyalty.charity.payOver')}
        </Button>
        {mayChange && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            mih={36}
            aria-label={t('loyalty.charity.editOf', { name: textIn(fund.name, language) })}
            onClick={() => onOpen({ kind: 'edit', fund })}
          >
            <IconPencil size={20} aria-hidden="true" />
          </Button>
        )}
      </Group>
    ),
  };
  return [
    {
      key: 'name',
      header: t('loyalty.charity.fund'),
      cell: ({ name, isActive }) => (
        <div className={styles.name}>
          {textIn(name, language)}
          {!isActive && <Badge color="gray">{t('loyalty.charity.closed')}</Badge>}
        </div>
      ),
    },
    {
      key: 'balance',
      header: t('loyalty.charity.balance'),
      isFigure: true,
      width: 200,
      cell: ({ balanceSom }) => format.som(balanceSom),
    },
    ...(mayGive ? [buttons] : []),
  ];
}

/** What stands on the screen is what is printed. */
function Month() {
  const { t } = useTranslation();
  const { shop } = useSession();
  const today = shop.businessDay;
  const [month, setMonth] = useState(() => monthFrom(today, 0));
  const [isPrinting, setPrinting] = useState(false);
  const done = useCallback(() => setPrinting(false), []);
  const asked = month.slice(0, 7);
  const { data, error } = useTill(api.loyalty.charityMonth, { month: asked });
  return (
    <Paper>
      <Group justify="space-between" mb="md">
        <Title order={2}>{t('loyalty.charity.statement')}</Title>
        <Group gap="sm">
          <MonthSwitch month={month} last={monthFrom(today, 0)} onChange={setMonth} />
          <Button
            variant="default"
            leftSection={<IconPrinter size={20} aria-hidden="true" />}
            disabled={data === undefined}
            onClick={() => setPrinting(true)}
          >
            {t('common.print')}
          </Button>
        </Group>
      </Group>
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <CharityStatement statement={data} month={businessDay(`${asked}-01`)} shopName={null} />
      )}
      {data !== undefined && isPrinting && (
        <PrintNow onDone={done}>
          <CharityStatement statement={data} month={businessDay(`${asked}-01`)} shopName={shop.name} />
        </PrintNow>
      )}
    </Paper>
  );
}
