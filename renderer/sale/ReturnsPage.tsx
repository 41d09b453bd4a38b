/** The same return on a page of its own: reached from the receipts, or by whoever keeps no till. */
import { Paper } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approval } from '../../shared/verb.ts';
import { api } from '../app/api.ts';
import { newIntentionId } from '../app/uuid.ts';
import { BackHeader } from '../ui/BackHeader.tsx';
import { ReturnFlow } from './ReturnFlow.tsx';
import type { WantedExchange } from './ReturnForm.tsx';

/** Puts the goods onto the basket that is open in this window; answers why not. */
async function exchangeHere({ saleId, lines, reason }: WantedExchange, approval?: Approval) {
  const open = await api.sale.basket({ intentionId: newIntentionId() });
  if (!open.ok) return open.error;
  const answer = await api.sale.change({
    intentionId: newIntentionId(),
    saleId: open.data.saleId,
    revision: open.data.revision,
    change: { kind: 'exchange', exchange: { saleId, lines, reason } },
    ...(approval && { approval }),
  });
  return answer.ok ? null : answer.error;
}

export function ReturnsPage({ saleId }: { saleId: string | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [turn, setTurn] = useState(0);
  const back = saleId === null ? '/receipts' : `/receipts/${saleId}`;
  return (
    <>
      <BackHeader title={t('sale.return.title')} back={back} />
      <Paper p="lg" maw={1120} withBorder>
        <ReturnFlow
          key={turn}
          saleId={saleId}
          onFound={(found) => void navigate({ to: `/returns/${found}` })}
          onExchange={async (wanted, approval) => {
            const error = await exchangeHere(wanted, approval);
            if (error === null) void navigate({ to: '/' });
            return error;
          }}
          onClose={() => {
            setTurn(turn + 1);
            void navigate({ to: back });
          }}
        />
      </Paper>
    </>
  );
}
