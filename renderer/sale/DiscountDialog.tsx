/** A discount by hand on a line or on the whole basket, or the lower price of the shelf; above a limit with approval. */
import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BasisPoints, basisPoints, lineAmount, type Som } from '../../shared/money.ts';
import type { ManualDiscountChoice } from '../../shared/sale/basketChange.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { discountLimitOf, manualAmount, mayGive } from '../../shared/sale/manualDiscount.ts';
import { textIn } from '../../shared/text.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { ApprovalFields, useApprovalBy } from '../staff/ApprovalFields.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { PercentInput } from '../ui/PercentInput.tsx';
import styles from './DiscountDialog.module.css';
import { ShelfPriceForm } from './ShelfPriceForm.tsx';
import { useSelling } from './selling.ts';

const longestReason = 120;
const reasons = ['damaged', 'regular', 'apology', 'lastPieces'] as const;

type Target = 'line' | 'basket';
type Way = Target | 'shelf';
type Line = Extract<Basket['lines'][number], { kind: 'product' }>;

/** What the discount would be taken from: a line, or everything that may be discounted. */
function goodsOf(basket: Basket | null, line: Line | null, target: Target) {
  const lines = basket?.lines.filter((each): each is Line => each.kind === 'product') ?? [];
  const taken = target === 'line' ? lines.filter((each) => each === line) : lines;
  const open = taken.filter((each) => each.isDiscountable);
  const grossSom = open.reduce((sum, each) => sum + lineAmount(each.priceSom, each.quantityThousandths), 0);
  const given = target === 'line' ? (line?.manualDiscount ?? null) : (basket?.manualDiscount ?? null);
  return { grossSom: grossSom as Som, given, isOpen: open.length > 0 };
}

export function DiscountDialog() {
  const { t } = useTranslation();
  const { basket, selectedId, show } = useSelling();
  const found = basket?.lines.find(({ lineId }) => lineId === selectedId);
  const line = found?.kind === 'product' ? found : null;
  const [way, setWay] = useState<Way>(line === null ? 'basket' : 'line');
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.discount.title')} size={680}>
      <Stack gap="md">
        <SegmentedControl
          fullWidth
          value={way}
          onChange={(value) => setWay(value as Way)}
          data={[
            { value: 'line', label: t('sale.discount.onLine'), disabled: line === null },
            { value: 'basket', label: t('sale.discount.onBasket') },
            { value: 'shelf', label: t('sale.shelf.title'), disabled: line === null },
          ]}
        />
        {way === 'shelf' && line !== null ? (
          <ShelfPriceForm line={line} />
        ) : (
          <DiscountForm key={way} target={way === 'line' ? 'line' : 'basket'} line={line} />
        )}
      </Stack>
    </Modal>
  );
}

interface Draft {
  readonly kind: ManualDiscountChoice['kind'];
  readonly rateBasisPoints: BasisPoints | null;
  readonly amountSom: Som | null;
  readonly reason: string;
}

function draftOf(given: ReturnType<typeof goodsOf>['given']): Draft {
  const discount = given?.discount ?? null;
  return {
    kind: discount?.kind ?? 'percent',
    rateBasisPoints: discount?.kind === 'percent' ? discount.rateBasisPoints : null,
    amountSom: discount?.kind === 'amount' ? discount.amountSom : null,
    reason: given?.reason ?? '',
  };
}

function choiceOf(draft: Draft): ManualDiscountChoice | null {
  const { kind, rateBasisPoints, amountSom } = draft;
  if (kind === 'percent') return rateBasisPoints === null ? null : { kind, rateBasisPoints };
  return amountSom === null || amountSom === 0 ? null : { kind, amountSom };
}

/** Who may give a discount of this size: the person alone, or whose approval it takes. */
function useAllowance(choice: ManualDiscountChoice | null, grossSom: Som) {
  const settings = useTill(api.shop.settings, {}).data;
  const { person } = useSession();
  const limitOf = (somebody: Parameters<typeof discountLimitOf>[0]): BasisPoints =>
    settings === undefined ? basisPoints(0) : discountLimitOf(somebody, settings);
  const isWithin = (limit: BasisPoints) =>
    choice === null || mayGive(choice, { takenSom: manualAmount(choice, grossSom), ofSom: grossSom }, limit);
  const ownLimit = limitOf(person);
  return { ownLimit, approval: useApprovalBy((role) => isWithin(limitOf({ role })), !isWithin(ownLimit)) };
}

function DiscountForm({ target, line }: { target: Target; line: Line | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { basket, queue, show, say } = useSelling();
  const goods = goodsOf(basket, line, target);
  const [draft, setDraft] = useState(() => draftOf(goods.given));
  const [error, setError] = useState<TillError | null>(null);
  const choice = choiceOf(draft);
  const { ownLimit, approval } = useAllowance(choice, goods.grossSom);
  const isReady = goods.isOpen && choice !== null && draft.reason.trim() !== '' && approval.isReady;
  const send = async (discount: ManualDiscountChoice | null) => {
    const { reason } = draft;
    const answer =
      target === 'line' && line !== null
        ? await queue.change(
            { kind: 'discountLine', lineId: line.lineId, discount, reason },
            approval.approval,
          )
        : await queue.change({ kind: 'discountBasket', discount, reason }, approval.approval);
    if (!answer.ok) return setError(answer.error);
    say(null);
    show(null);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void send(choice);
      }}
    >
      <Stack gap="md">
        <Text>
          {target === 'line' && line !== null ? `${textIn(line.name, language)} · ` : ''}
          {format.som(goods.grossSom)}
        </Text>
        {!goods.isOpen && <Text c="var(--danger)">{t('sale.discount.never')}</Text>}
        <SizeFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
        <ReasonField reason={draft.reason} onChange={(reason) => setDraft({ ...draft, reason })} />
        {ownLimit < 10_000 && (
          <Text size="sm" c="var(--muted)">
            {t('sale.discount.limit', { percent: format.percent(ownLimit) })}
          </Text>
        )}
        {choice !== null && <ApprovalFields state={approval} />}
        <ErrorAnswer error={error} />
        <Group justify="space-between">
          {goods.given === null ? (
            <span />
          ) : (
            <Button variant="default" onClick={() => void send(null)}>
              {t('sale.discount.remove')}
            </Button>
          )}
          <Group gap="sm">
            <Button variant="default" onClick={() => show(null)}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!isReady}>
              {t('sale.discount.give')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

interface SizeProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

function SizeFields({ draft, onChange }: SizeProps) {
  const { t } = useTranslation();
  return (
    <Group gap="sm" align="flex-end" wrap="nowrap">
      <SegmentedControl
        className={styles.kind ?? ''}
        value={draft.kind}
        onChange={(kind) => onChange({ kind: kind as Draft['kind'] })}
        data={[
          { value: 'percent', label: '%' },
          { value: 'amount', label: t('common.som') },
        ]}
      />
      {draft.kind === 'percent' ? (
        <PercentInput
          data-autofocus
          label={t('sale.discount.percent')}
          value={draft.rateBasisPoints}
          onChange={(rateBasisPoints) => onChange({ rateBasisPoints: rateBasisPoints as BasisPoints | null })}
        />
      ) : (
        <MoneyInput
          data-autofocus
          label={t('sale.discount.amount')}
          value={draft.amountSom}
          onChange={(amountSom) => onChange({ amountSom })}
        />
      )}
    </Group>
  );
}

/** Typed freely, or one of the usual reasons at a touch. */
function ReasonField({ reason, onChange }: { reason: string; onChange: (reason: string) => void }) {
  const { t } = useTranslation();
  return (
    <div>
      <TextInput
        label={t('common.reason')}
        value={reason}
        maxLength={longestReason}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={styles.reasons}>
        {reasons.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.reason}
            onClick={() => onChange(t(`sale.discount.why.${each}`))}
          >
            {t(`sale.discount.why.${each}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
