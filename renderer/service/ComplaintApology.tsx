/** Bonus or a coupon as an apology: what is left of the shift's budget, and who else stands for more than that. */
import { Button, Modal, SegmentedControl, Select, Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode } from '../../shared/code.ts';
import { type Som, som } from '../../shared/money.ts';
import { couponWorthSom, needsSecondPerson } from '../../shared/service/apologyBudget.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMayRole } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { useApprovalBy } from '../staff/ApprovalFields.tsx';
import { SecondPerson } from '../staff/SecondPerson.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import type { AroundComplaint } from './ComplaintDialogs.tsx';

const kinds = ['bonus', 'coupon'] as const;
type Kind = (typeof kinds)[number];

export function ApologyDialog({ complaint, onClose }: AroundComplaint) {
  const { t } = useTranslation();
  const [code, setCode] = useState<string | null>(null);
  const { data, error } = useTill(api.service.apologyBudget, {}, { forgets: true });
  return (
    <Modal opened onClose={onClose} title={t('service.act.apologise')} size={560}>
      <ErrorAnswer error={error} />
      {code !== null && <GivenCoupon code={code} onClose={onClose} />}
      {code === null && data !== undefined && (
        <ApologyForm complaint={complaint} budget={data} onCoupon={setCode} onClose={onClose} />
      )}
    </Modal>
  );
}

function GivenCoupon({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" align="center">
      <Text>{t('service.apology.couponIs')}</Text>
      <strong className="figures" style={{ fontSize: 32 }}>
        {formatCode(code)}
      </strong>
      <Button data-autofocus onClick={onClose}>
        {t('common.done')}
      </Button>
    </Stack>
  );
}

interface Budget {
  readonly isShiftOpen: boolean;
  readonly budgetSom: Som;
  readonly leftSom: Som;
}

interface ApologyFormProps extends AroundComplaint {
  readonly budget: Budget;
  readonly onCoupon: (code: string) => void;
}

/** What is typed, what it is worth, and whether somebody else must stand for it. */
function useApology({ complaint, budget }: Pick<ApologyFormProps, 'complaint' | 'budget'>) {
  const mayRole = useMayRole();
  const hasCustomer = complaint.customer !== null;
  const [kind, setKind] = useState<Kind>(hasCustomer ? 'bonus' : 'coupon');
  const [amountSom, setAmount] = useState<Som | null>(null);
  const [seriesId, setSeries] = useState<string | null>(null);
  const [isPrinted, setPrinted] = useState(!hasCustomer);
  const all = useTill(api.coupon.series, {}).data?.series ?? [];
  const series = all.filter(({ isGiven }) => isGiven);
  const chosen = series.find(({ id }) => id === seriesId);
  const ofCoupon = chosen === undefined ? som(0) : couponWorthSom(chosen.content);
  const worthSom = kind === 'bonus' ? (amountSom ?? som(0)) : ofCoupon;
  const givenSom = som(budget.budgetSom - budget.leftSom);
  const isAbove = needsSecondPerson({ ...budget, givenSom }, worthSom);
  const standing = useApprovalBy((role) => mayRole(role, 'service.apologiseAbove'), isAbove);
  const isAlone = isAbove && standing.people.length === 0;
  const apology =
    kind === 'bonus'
      ? amountSom !== null && amountSom > 0 && { kind, amountSom }
      : seriesId !== null && { kind, seriesId, isPrinted };
  return {
    hasCustomer,
    kind,
    setKind,
    amountSom,
    setAmount,
    series,
    chosen,
    setSeries,
    isPrinted,
    setPrinted,
    isAbove,
    standing: { ...standing, isNeeded: !isAlone, isReady: isAlone || standing.isReady },
    approval: isAlone ? undefined : standing.approval,
    /** False while something is missing. */
    apology,
  };
}
type Typed = ReturnType<typeof useApology>;

function ApologyForm({ complaint, budget, onCoupon, onClose }: ApologyFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const typed = useApology({ complaint, budget });
  const { hasCustomer, kind, setKind, isAbove, standing, apology } = typed;
  const [isTried, setTried] = useState(false);
  const give = useIntention(api.service.apologise);
  const save = async () => {
    setTried(true);
    if (apology === false || !standing.isReady) return;
    const { complaintId } = complaint;
    const answer = await give.send({ complaintId, apology, approval: typed.approval });
    if (!answer.ok) return;
    if (answer.data.couponCode !== null) return onCoupon(answer.data.couponCode);
    notifications.show({ message: t('service.apology.done'), color: 'green' });
    onClose();
  };
  return (
    <SaveForm
      error={give.error}
      isSending={give.isSending}
      action={t('service.apology.give')}
      onSave={save}
      onCancel={onClose}
    >
      <Text>
        {t(budget.isShiftOpen ? 'service.apology.left' : 'service.apology.noShift', {
          left: format.som(budget.leftSom),
          budget: format.som(budget.budgetSom),
        })}
      </Text>
      <SegmentedControl
        aria-label={t('service.apology.kind')}
        data={kinds.map((each) => ({
          value: each,
          label: t(`service.apology.${each}`),
          disabled: each === 'bonus' && !hasCustomer,
        }))}
        value={kind}
        onChange={setKind}
      />
      {!hasCustomer && <Text className="muted">{t('refusals.ComplaintNeedsCustomer')}</Text>}
      <ApologyFields
        typed={typed}
        error={isTried && apology === false ? t('ui.field.required') : undefined}
      />
      {isAbove && apology !== false && <SecondPerson state={standing} />}
    </SaveForm>
  );
}

function ApologyFields({ typed, error }: { typed: Typed; error: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind, series, chosen } = typed;
  if (kind === 'bonus') {
    return (
      <MoneyInput
        // The dialog is open before the budget is known: nothing else would put the focus here.
        autoFocus
        label={t('service.apology.amount')}
        value={typed.amountSom}
        error={error}
        onChange={typed.setAmount}
      />
    );
  }
  return (
    <Stack gap="sm">
      <Select
        autoFocus
        label={t('service.apology.series')}
        placeholder={series.length === 0 ? t('service.apology.noSeries') : t('ui.notChosen')}
        data={series.map(({ id, name }) => ({ value: id, label: textIn(name, language) }))}
        value={chosen?.id ?? null}
        error={error}
        onChange={typed.setSeries}
      />
      {chosen !== undefined && <Text className="muted">{textIn(chosen.sentence, language)}</Text>}
      <Switch
        size="md"
        label={t('service.apology.print')}
        checked={typed.isPrinted}
        onChange={(event) => typed.setPrinted(event.currentTarget.checked)}
      />
    </Stack>
  );
}
