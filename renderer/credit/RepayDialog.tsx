/** A customer pays back what they owe, or a part of it; the oldest debts are settled first. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreditAccount } from '../../shared/credit/contract.ts';
import { type Som, som } from '../../shared/money.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import styles from './credit.module.css';
import { focusFirst } from './focusFirst.ts';
import { BigSum, MoneyFields } from './MoneyFields.tsx';
import { accountPays, cashBalance, cashTyped, moneyOf } from './moneyTyped.ts';

export interface Debtor {
  readonly customerId: string;
  readonly name: string;
}

interface Repaid {
  readonly number: number;
  readonly paidSom: Som;
  readonly changeSom: Som;
  readonly openSom: Som;
  readonly bonusEarnedSom: Som;
}

export interface RepayDialogProps {
  /** Null: the dialog is shut. */
  readonly debtor: Debtor | null;
  readonly onClose: () => void;
}

export function RepayDialog({ debtor, onClose }: RepayDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={debtor !== null} onClose={onClose} size={560} title={t('credit.repay.title')}>
      {debtor !== null && <Repayment debtor={debtor} onClose={onClose} />}
    </Modal>
  );
}

function Repayment({ debtor, onClose }: { debtor: Debtor; onClose: () => void }) {
  const [repaid, setRepaid] = useState<Repaid | null>(null);
  const { data, error } = useTill(api.credit.account, { customerId: debtor.customerId });
  if (repaid !== null) return <Result debtor={debtor} repaid={repaid} onClose={onClose} />;
  if (data === undefined) return <ErrorAnswer error={error} />;
  return <RepayForm debtor={debtor} account={data} onRepaid={setRepaid} onClose={onClose} />;
}

interface RepayFormProps {
  readonly debtor: Debtor;
  readonly account: CreditAccount;
  readonly onRepaid: (repaid: Repaid) => void;
  readonly onClose: () => void;
}

/** It begins with all that is owed. */
function RepayForm({ debtor, account, onRepaid, onClose }: RepayFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [amountSom, setAmount] = useState<Som | null>(account.openSom);
  const [money, setMoney] = useState(cashTyped);
  const [isTried, setTried] = useState(false);
  const repay = useIntention(api.credit.repay);
  const problem = () => {
    if (amountSom === null || amountSom === 0) return t('ui.field.required');
    if (amountSom > account.openSom) return t('credit.repay.tooMuch', { sum: format.som(account.openSom) });
    return undefined;
  };
  const isAccountShort =
    money.kind === 'storeCredit' && amountSom !== null && !accountPays(account.storeCreditSom, amountSom);
  const send = async () => {
    setTried(true);
    if (problem() !== undefined || amountSom === null || isAccountShort) return;
    if (cashBalance(money, amountSom).missingSom > 0) return;
    const { customerId } = debtor;
    const answer = await repay.send({ customerId, amountSom, money: moneyOf(money, amountSom) });
    if (answer.ok) onRepaid({ ...answer.data, paidSom: amountSom });
  };
  return (
    <SaveForm
      error={repay.error}
      isSending={repay.isSending}
      action={t('credit.repay.action')}
      onSave={send}
      onCancel={onClose}
    >
      <Text>
        {debtor.name} · {t('credit.owes')}: <strong>{format.som(account.openSom)}</strong>
      </Text>
      <MoneyInput
        label={t('credit.repay.amount')}
        size="lg"
        data-autofocus
        autoFocus
        value={amountSom}
        error={isTried ? problem() : undefined}
        onFocus={(event) => event.currentTarget.select()}
        onChange={setAmount}
      />
      <MoneyFields
        typed={money}
        amountSom={amountSom}
        accountSom={account.storeCreditSom}
        onChange={setMoney}
      />
      {isAccountShort && (
        <Text className={styles.late}>
          {t('credit.money.accountShort', { sum: format.som(account.storeCreditSom) })}{' '}
          <Button
            variant="subtle"
            onClick={() => setAmount(som(Math.min(account.storeCreditSom, account.openSom)))}
          >
            {t('credit.money.takeAccount')}
          </Button>
        </Text>
      )}
    </SaveForm>
  );
}

function Result({ debtor, repaid, onClose }: { debtor: Debtor; repaid: Repaid; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="lg">
      <dl className={styles.facts}>
        <dt>{debtor.name}</dt>
        <dd>{t('credit.repay.paid', { sum: format.som(repaid.paidSom), number: repaid.number })}</dd>
        <dt>{t('credit.repay.left')}</dt>
        <dd>{repaid.openSom === 0 ? t('credit.noDebt') : format.som(repaid.openSom)}</dd>
        {repaid.bonusEarnedSom > 0 && (
          <>
            <dt>{t('credit.repay.bonus')}</dt>
            <dd>{format.signedNumber(repaid.bonusEarnedSom)}</dd>
          </>
        )}
      </dl>
      {repaid.changeSom > 0 && <BigSum label={t('credit.money.change')} sum={repaid.changeSom} />}
      <Group justify="flex-end">
        <Button ref={focusFirst} onClick={onClose}>
          {t('common.done')}
        </Button>
      </Group>
    </Stack>
  );
}
