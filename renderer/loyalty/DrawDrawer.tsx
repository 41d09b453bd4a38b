/** A new draw in a drawer: its days, how tickets are given, its prizes; and the law once more before it begins. */
import { Checkbox, Drawer, Fieldset, SegmentedControl, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { type Form, useForm } from '../app/form.ts';
import { useSession } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import { ScopeFields } from '../promotion/ScopeFields.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { DrawLawNotice } from './DrawLawNotice.tsx';
import { type CheckedDraw, type DrawDraft, drawDraftSchema, newDrawDraft } from './drawDraft.ts';
import styles from './GameForm.module.css';
import { NamesOfScopes } from './NamesOfScopes.tsx';
import { PrizesField } from './PrizesField.tsx';

export interface DrawDrawerProps {
  isOpen: boolean;
  onClose: () => void;
  onBegun: (drawId: string) => void;
}

export function DrawDrawer({ isOpen, onClose, onBegun }: DrawDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" size={640} title={t('loyalty.draws.add')}>
      {isOpen && (
        <NamesOfScopes scopes={[]}>
          <DrawForm onClose={onClose} onBegun={onBegun} />
        </NamesOfScopes>
      )}
    </Drawer>
  );
}

function DrawForm({ onClose, onBegun }: Omit<DrawDrawerProps, 'isOpen'>) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const [first] = useState(() => newDrawDraft(newIntentionId(), today));
  const form = useForm<DrawDraft, CheckedDraw>(drawDraftSchema, first, {
    'draw.to': t('loyalty.games.endBeforeStart'),
  });
  const [checked, setChecked] = useState<CheckedDraw | null>(null);
  const { draw } = form.values;
  const set = (patch: Partial<DrawDraft['draw']>) => form.set({ draw: { ...draw, ...patch } });
  return (
    <>
      <SaveForm
        error={null}
        isSending={false}
        action={t('loyalty.draws.next')}
        onSave={async () => setChecked(form.check())}
        onCancel={onClose}
      >
        <LocalTextField
          label={t('common.name')}
          text={draw.name}
          error={form.errorOf('draw.name')}
          onChange={(name) => set({ name })}
        />
        <DayFields form={form} />
        <TicketFields form={form} />
        <PrizesField
          rows={draw.prizes}
          error={form.errorOf('draw.prizes')}
          onChange={(prizes) => set({ prizes })}
        />
        <Checkbox
          size="md"
          label={t('loyalty.draws.once')}
          description={t('loyalty.draws.onceHint')}
          checked={draw.isOncePerCustomer}
          onChange={(event) => set({ isOncePerCustomer: event.currentTarget.checked })}
        />
      </SaveForm>
      {checked !== null && (
        <BeginQuestion
          draw={checked}
          onCancel={() => setChecked(null)}
          onBegun={(drawId) => {
            onClose();
            onBegun(drawId);
          }}
        />
      )}
    </>
  );
}

function DayFields({ form }: { form: Form<DrawDraft, CheckedDraw> }) {
  const { t } = useTranslation();
  const { draw } = form.values;
  const set = (patch: Partial<DrawDraft['draw']>) => form.set({ draw: { ...draw, ...patch } });
  return (
    <Fieldset legend={t('loyalty.draws.days')} className={styles.part}>
      <div className={styles.pair}>
        <DayInput
          label={t('loyalty.games.from')}
          value={draw.from}
          error={form.errorOf('draw.from')}
          onChange={(from) => set({ from })}
        />
        <DayInput
          label={t('loyalty.games.to')}
          description={t('loyalty.draws.toHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={draw.to}
          error={form.errorOf('draw.to')}
          onChange={(to) => set({ to })}
        />
      </div>
    </Fieldset>
  );
}

function TicketFields({ form }: { form: Form<DrawDraft, CheckedDraw> }) {
  const { t } = useTranslation();
  const { draw, isBySum } = form.values;
  return (
    <Fieldset legend={t('loyalty.draws.howTickets')} className={styles.part}>
      <SegmentedControl
        aria-label={t('loyalty.draws.howTickets')}
        value={isBySum ? 'sum' : 'promotions'}
        onChange={(value) => form.set({ isBySum: value === 'sum' })}
        data={[
          { value: 'sum', label: t('loyalty.draws.bySum') },
          { value: 'promotions', label: t('loyalty.draws.byPromotions') },
        ]}
      />
      {isBySum ? (
        <>
          <MoneyInput
            label={t('loyalty.draws.each')}
            value={draw.eachSom}
            error={form.errorOf('draw.eachSom')}
            onChange={(eachSom) => form.set({ draw: { ...draw, eachSom } })}
          />
          <ScopeFields
            label={t('loyalty.games.goods')}
            scope={draw.scope}
            error={form.errorOf('draw.scope')}
            onChange={(scope) => form.set({ draw: { ...draw, scope } })}
          />
        </>
      ) : (
        <span className="muted">{t('loyalty.draws.byPromotionsHint')}</span>
      )}
    </Fieldset>
  );
}

interface BeginQuestionProps {
  readonly draw: CheckedDraw;
  readonly onCancel: () => void;
  readonly onBegun: (drawId: string) => void;
}

/** A draw cannot be changed after it began, and nobody begins one without having read about the law. */
function BeginQuestion({ draw, onCancel, onBegun }: BeginQuestionProps) {
  const { t } = useTranslation();
  const begin = useIntention(api.loyalty.beginDraw);
  const [isRead, setRead] = useState(false);
  const [isTried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (!isRead) return;
    const answer = await begin.send(draw);
    if (!answer.ok) return;
    notifications.show({ message: t('loyalty.draws.begun'), color: 'green' });
    onBegun(draw.draw.drawId);
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('loyalty.draws.beginQuestion')}
      action={t('loyalty.draws.begin')}
      isBusy={begin.isSending}
      onConfirm={() => void send()}
      onCancel={onCancel}
    >
      <Stack gap="lg">
        <span>{t('loyalty.draws.beginEffect')}</span>
        <DrawLawNotice />
        <Checkbox
          size="md"
          label={t('loyalty.draws.law.read')}
          checked={isRead}
          error={isTried && !isRead ? t('loyalty.draws.law.readFirst') : undefined}
          onChange={(event) => setRead(event.currentTarget.checked)}
        />
        <ErrorAnswer error={begin.error} />
      </Stack>
    </ConfirmDialog>
  );
}
