/** What one customer owes and what the shop keeps for them: figures, debts, movements, and everything one can do. */
import { Button, Group, Menu, Stack } from '@mantine/core';
import { IconCash, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreditAccount } from '../../shared/credit/contract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Kpi } from '../ui/Kpi.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { CreditMovements } from './CreditMovements.tsx';
import styles from './credit.module.css';
import { DebtTable } from './DebtTable.tsx';
import { ForgiveDialog } from './ForgiveDialog.tsx';
import { LimitDialog } from './LimitDialog.tsx';
import { type Debtor, RepayDialog } from './RepayDialog.tsx';
import { StatementMenu } from './StatementMenu.tsx';

export interface CustomerCreditProps {
  readonly customerId: string;
  readonly name: string;
}

export function CustomerCredit({ customerId, name }: CustomerCreditProps) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.credit.account, { customerId });
  if (data === undefined) return <ErrorAnswer error={error} />;
  return (
    <Stack gap="lg">
      <Figures account={data} />
      <Actions debtor={{ customerId, name }} account={data} />
      <section className={styles.section}>
        <h2 className={styles.heading}>{t('credit.debts')}</h2>
        <DebtTable debts={data.debts} />
      </section>
      <section className={styles.section}>
        <h2 className={styles.heading}>{t('credit.movements')}</h2>
        <CreditMovements account={data} />
      </section>
    </Stack>
  );
}

function Figures({ account }: { account: CreditAccount }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { openSom, overdueSom, storeCreditSom, limitSom } = account;
  const late = overdueSom === 0 ? {} : { note: t('credit.lateOfIt', { sum: format.number(overdueSom) }) };
  const left = limitSom === null ? 0 : Math.max(0, limitSom - openSom);
  return (
    <div className={styles.figures}>
      <Kpi title={t('credit.owes')} value={format.number(openSom)} {...late} />
      <Kpi
        title={t('credit.limit.title')}
        value={limitSom === null ? t('credit.limit.none') : format.number(limitSom)}
        {...(limitSom === null ? {} : { note: t('credit.limit.left', { sum: format.number(left) }) })}
      />
      <Kpi
        title={t('credit.account.storeCredit')}
        value={format.number(storeCreditSom)}
        formula={t('credit.accountHint')}
      />
    </div>
  );
}

type Open = 'repay' | 'limit' | 'forgive' | 'correct' | null;

function Actions({ debtor, account }: { debtor: Debtor; account: CreditAccount }) {
  const { t } = useTranslation();
  const mayRepay = useMay('credit.repay');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const { openSom } = account;
  return (
    <Group gap="sm">
      {mayRepay && (
        <Button
          disabled={openSom === 0}
          leftSection={<IconCash size={20} aria-hidden="true" />}
          onClick={() => setOpen('repay')}
        >
          {t('credit.repay.action')}
        </Button>
      )}
      {mayRepay && <StatementMenu debtor={debtor} isDisabled={openSom === 0} />}
      <MoreMenu owesNothing={openSom === 0} onOpen={setOpen} />
      <RepayDialog debtor={open === 'repay' ? debtor : null} onClose={close} />
      <LimitDialog isOpen={open === 'limit'} debtor={debtor} limitSom={account.limitSom} onClose={close} />
      <ForgiveDialog isOpen={open === 'forgive'} debtor={debtor} openSom={openSom} onClose={close} />
      <CorrectDialog
        isOpen={open === 'correct'}
        subject={{ kind: 'storeCredit', customerId: debtor.customerId }}
        name={debtor.name}
        balanceSom={account.storeCreditSom}
        onClose={close}
      />
    </Group>
  );
}

interface MoreMenuProps {
  readonly owesNothing: boolean;
  readonly onOpen: (open: Open) => void;
}

/** What only those may do who answer for the shop's money. */
function MoreMenu({ owesNothing, onOpen }: MoreMenuProps) {
  const { t } = useTranslation();
  const mayLimit = useMay('credit.setLimit');
  const mayForgive = useMay('credit.forgive');
  const mayCorrect = useMay('credit.correct');
  if (!mayLimit && !mayForgive && !mayCorrect) return null;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden="true" />}>
          {t('credit.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {mayLimit && <Menu.Item onClick={() => onOpen('limit')}>{t('credit.limit.change')}</Menu.Item>}
        {mayCorrect && <Menu.Item onClick={() => onOpen('correct')}>{t('credit.correct.account')}</Menu.Item>}
        {mayForgive && (
          <Menu.Item color="red" disabled={owesNothing} onClick={() => onOpen('forgive')}>
            {t('credit.forgive.title')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
