/** Who is the customer: for this basket, for a finished receipt, for a card that nobody registered yet. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { AttachCustomerDialog } from '../customer/attachDialog.tsx';
import { ApprovalFields, useApproval } from '../staff/ApprovalFields.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { type CustomerDialog, useSelling } from './selling.ts';

interface QuestionProps {
  question: CustomerDialog;
  give: (code: string, customerId: string) => Promise<boolean>;
}

/** A found customer gets the waiting sale, and the open basket when it has goods and nobody's card yet. */
export function CustomerQuestion({ question, give }: QuestionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { basket, change, show } = useSelling();
  const { waiting, isNeeded } = question;
  const attach = (customerId: string) => change({ kind: 'attachCustomer', customerId });
  const choose = async ({ id }: Pick<Customer, 'id'>) => {
    show(null);
    if (waiting === null) return void attach(id);
    const isGiven = await give(waiting.code, id);
    const isWaitingForSomebody = basket !== null && basket.lines.length > 0 && basket.customer === null;
    if (isGiven && isWaitingForSomebody) await attach(id);
  };
  const current = basket?.customer ?? null;
  if (waiting !== null && current !== null && question.text === '') {
    return (
      <GiveToCurrent
        name={current.name || (current.phone ?? '')}
        bonus={waiting.bonusSom === null ? null : format.number(waiting.bonusSom)}
        onGive={() => void choose({ id: current.customerId })}
        onOther={() => show({ ...question, text: ' ' })}
      />
    );
  }
  const hint =
    waiting === null
      ? isNeeded
        ? t('sale.customer.needed')
        : undefined
      : waiting.bonusSom === null
        ? t('sale.customer.receiptWaits')
        : t('sale.customer.bonusWaits', { bonus: format.number(waiting.bonusSom) });
  return (
    <AttachCustomerDialog
      title={waiting === null ? t('sale.customer.title') : t('sale.customer.giveTitle')}
      hint={hint}
      text={question.text.trim()}
      onChosen={(customer) => void choose(customer)}
      onClose={() => show(null)}
    />
  );
}

interface GiveProps {
  name: string;
  bonus: string | null;
  onGive: () => void;
  onOther: () => void;
}

/** The customer of the open basket is most likely the one who holds the paper. */
function GiveToCurrent({ name, bonus, onGive, onOther }: GiveProps) {
  const { t } = useTranslation();
  const { show } = useSelling();
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.customer.giveTitle')}>
      <Stack gap="lg">
        <Text size="lg">
          {bonus === null ? t('sale.customer.receiptWaits') : t('sale.customer.bonusWaits', { bonus })}
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onOther}>
            {t('sale.customer.other')}
          </Button>
          <Button data-autofocus onClick={onGive}>
            {t('sale.customer.giveTo', { name })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** A phone for an instant card: a new phone registers it, a known customer gets it beside their own. */
export function RegisterCardQuestion({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const { change, show } = useSelling();
  const card = useTill(api.customer.get, { customerId }).data?.customer.cardNumbers[0] ?? null;
  const approval = useApproval('customer.change');
  const join = useIntention(api.customer.joinCard);
  const [joining, setJoining] = useState<Customer | null>(null);
  const finish = (id: string) => {
    show(null);
    void change({ kind: 'attachCustomer', customerId: id });
  };
  const joinTo = async (customer: Customer) => {
    if (card === null) return;
    const answer = await join.send({
      customerId: customer.id,
      cardNumber: card,
      ...(approval.approval && { approval: approval.approval }),
    });
    if (answer.ok) finish(customer.id);
  };
  if (card === null) return null;
  if (joining !== null) {
    return (
      <Modal opened onClose={() => show(null)} title={t('sale.customer.joinTitle')}>
        <Stack gap="lg">
          <Text size="lg">{t('sale.customer.join', { name: joining.name || (joining.phone ?? '') })}</Text>
          <ApprovalFields state={approval} />
          <ErrorAnswer error={join.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => setJoining(null)}>
              {t('common.back')}
            </Button>
            <Button
              disabled={!approval.isReady}
              loading={join.isSending}
              onClick={() => void joinTo(joining)}
            >
              {t('sale.customer.joinAction')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    );
  }
  return (
    <AttachCustomerDialog
      title={t('sale.customer.registerTitle')}
      hint={t('sale.customer.registerHint')}
      cardNumber={card}
      onChosen={(customer) =>
        customer.cardNumbers.includes(card) ? finish(customer.id) : setJoining(customer)
      }
      onClose={() => show(null)}
    />
  );
}
