/** A return while it is being put together: what comes back, why, how the money goes, who stands for it. */
import { useState } from 'react';
import type { Role } from '../../shared/actor.ts';
import type { MoneyBackWay, ReturnReason } from '../../shared/sale/returnContract.ts';
import type { Approval } from '../../shared/verb.ts';
import { api } from '../app/api.ts';
import { useMayRole } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { useApprovalBy } from '../staff/ApprovalFields.tsx';
import { type Choice, everything, linesBack } from './returning.ts';

type DataOf<V> = V extends (...input: never[]) => Promise<infer A>
  ? Extract<A, { readonly ok: true }> extends { readonly data: infer D }
    ? D
    : never
  : never;

export type Returnable = DataOf<typeof api.sale.returnable>;
export type ReturnableLine = Returnable['lines'][number];
export type Consequences = DataOf<typeof api.sale.previewReturn>;
export type TakenBack = DataOf<typeof api.sale.takeBack>;

/** What a return of these goods needs beside the right to sell: each action must be allowed to whoever stands for it. */
export function actionsFor(sold: Pick<Returnable, 'isLate'>, moneyBack: MoneyBackWay): readonly string[] {
  return [
    'sale.takeBack',
    ...(sold.isLate ? ['sale.takeBackLate'] : []),
    ...(moneyBack === 'cash' ? ['sale.takeBackOtherwise'] : []),
  ];
}

/** The ways the money may go that differ from one another on this receipt; the first is preselected. */
export function waysFor({ paidWith, customerId }: Pick<Returnable, 'paidWith' | 'customerId'>) {
  const isPaidOtherwise = paidWith.some(({ kind }) => kind === 'card' || kind === 'qr');
  const isMoney = isPaidOtherwise || paidWith.some(({ kind }) => kind === 'cash');
  const ways: MoneyBackWay[] = ['asPaid'];
  if (isPaidOtherwise) ways.push('cash');
  if (isMoney && customerId !== null) ways.push('storeCredit');
  return ways;
}

export function useReturn(saleId: string, sold: Returnable) {
  const [choice, setChoice] = useState<Choice>(() => everything(sold.lines));
  const [reason, setReason] = useState<ReturnReason | null>(null);
  const [moneyBack, setMoneyBack] = useState<MoneyBackWay>('asPaid');
  const mayRole = useMayRole();
  const needed = actionsFor(sold, moneyBack);
  const mayAll = (role: Role) => needed.every((action) => mayRole(role, action));
  const approval = useApprovalBy(mayAll);
  const lines = linesBack(choice);
  const preview = useTill(
    api.sale.previewReturn,
    { saleId, lines, moneyBack },
    { isOn: lines.length > 0, keepsLast: true, forgets: true },
  );
  const takeBack = useIntention(api.sale.takeBack);
  const consequences = lines.length > 0 ? (preview.data ?? null) : null;
  const isChosen = reason !== null && lines.length > 0 && approval.isReady;
  const isReady = isChosen && consequences !== null && !takeBack.isSending;
  const approved: { approval?: Approval } = approval.approval ? { approval: approval.approval } : {};
  return {
    choice,
    setChoice,
    reason,
    setReason,
    moneyBack,
    setMoneyBack,
    approval,
    approved,
    lines,
    consequences,
    previewError: preview.error,
    error: takeBack.error,
    isSending: takeBack.isSending,
    /** Everything is chosen; what follows from it may still be on its way. */
    isChosen,
    isReady,
    /** Answers what was done; null when something is missing or the till refused. */
    send: async (): Promise<TakenBack | null> => {
      if (!isReady || reason === null || consequences === null) return null;
      const expectedMoneyBackSom = consequences.moneyBackSom;
      const answer = await takeBack.send({
        saleId,
        lines,
        moneyBack,
        reason,
        expectedMoneyBackSom,
        ...approved,
      });
      return answer.ok ? answer.data : null;
    },
  };
}
export type ReturnTools = ReturnType<typeof useReturn>;
