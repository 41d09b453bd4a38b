/** One set of sale prices in a drawer: made, changed, started, ended before its time, or copied when it is over. */
import { Button, Drawer, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useSession } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { SalePricesForm } from './SalePricesForm.tsx';
import { newSalePrices, type SaleStage, typedSalePrices } from './salePricesForm.ts';

export interface EditedSale {
  readonly promotionId: string;
  readonly stage: SaleStage | 'new';
}

export interface SalePricesDrawerProps {
  /** Null: the drawer is shut. */
  edited: EditedSale | null;
  onClose: () => void;
  /** An old sale was copied: the draft is edited from now on. */
  onCopied: (edited: EditedSale) => void;
}

export function SalePricesDrawer({ edited, onClose, onCopied }: SalePricesDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size={860}
      title={edited?.stage === 'new' ? t('promotion.salePrices.new') : t('catalogue.tab.salePrices')}
    >
      {edited?.stage === 'new' && <NewSale key={edited.promotionId} edited={edited} onClose={onClose} />}
      {edited !== null && edited.stage !== 'new' && (
        <StoredSale key={edited.promotionId} edited={edited} onClose={onClose} onCopied={onCopied} />
      )}
    </Drawer>
  );
}

function NewSale({ edited, onClose }: { edited: EditedSale; onClose: () => void }) {
  const { i18n } = useTranslation();
  const today = useSession().shop.businessDay;
  const names = languages.map((each) => [each, i18n.getFixedT(each)('promotion.salePrices.defaultName')]);
  const first = newSalePrices(today, Object.fromEntries(names));
  return <SalePricesForm promotionId={edited.promotionId} first={first} isLive={false} onClose={onClose} />;
}

/** Waits for the promotion and the usual prices of its goods. */
function StoredSale({
  edited,
  onClose,
  onCopied,
}: Omit<SalePricesDrawerProps, 'edited'> & { edited: EditedSale }) {
  const { promotionId, stage } = edited;
  const stored = useTill(api.promotion.get, { promotionId });
  const promotion = stored.data?.promotion;
  const productIds =
    promotion?.benefit.kind === 'salePrices' ? promotion.benefit.prices.map((each) => each.productId) : [];
  const goods = useTill(api.catalogue.named, { productIds }, { isOn: productIds.length > 0 });
  if (promotion === undefined || goods.data === undefined) {
    return <ErrorAnswer error={stored.error ?? goods.error} />;
  }
  return (
    <SalePricesForm
      promotionId={promotionId}
      first={typedSalePrices(promotion, goods.data.products)}
      isLive={stage === 'live' || stage === 'upcoming'}
      isOver={stage === 'over'}
      onClose={onClose}
    >
      <OtherActs promotionId={promotionId} stage={stage} onClose={onClose} onCopied={onCopied} />
    </SalePricesForm>
  );
}

interface OtherActsProps {
  promotionId: string;
  stage: EditedSale['stage'];
  onClose: () => void;
  onCopied: (edited: EditedSale) => void;
}

/** What can be done with stored prices beside changing them. */
function OtherActs({ promotionId, stage, onClose, onCopied }: OtherActsProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const setState = useIntention(api.promotion.setState);
  const copy = useIntention(api.promotion.copy);
  const remove = useIntention(api.promotion.removeDraft);
  const close = (message: string) => {
    notifications.show({ message, color: 'green' });
    onClose();
  };
  const end = async () => {
    const answer = await setState.send({ promotionId, state: 'ended' });
    setAsking(false);
    if (answer.ok) close(t('promotion.salePrices.ended'));
  };
  const onCopy = async () => {
    const answer = await copy.send({ promotionId });
    if (answer.ok) onCopied({ promotionId: answer.data.promotionId, stage: 'draft' });
  };
  const onRemove = async () => {
    const answer = await remove.send({ promotionId });
    if (answer.ok) close(t('promotion.salePrices.removed'));
  };
  const isRunning = stage === 'live' || stage === 'upcoming' || stage === 'paused';
  return (
    <>
      <ErrorAnswer error={setState.error ?? copy.error ?? remove.error} />
      <Group gap="sm">
        {isRunning && (
          <Button variant="light" color="red" onClick={() => setAsking(true)}>
            {t('promotion.salePrices.end')}
          </Button>
        )}
        {stage === 'draft' && (
          <Button variant="light" color="red" loading={remove.isSending} onClick={() => void onRemove()}>
            {t('promotion.salePrices.remove')}
          </Button>
        )}
        {stage === 'over' && (
          <Button loading={copy.isSending} onClick={() => void onCopy()}>
            {t('promotion.salePrices.copy')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('promotion.salePrices.endTitle')}
        action={t('promotion.salePrices.end')}
        isDangerous
        isBusy={setState.isSending}
        onConfirm={() => void end()}
        onCancel={() => setAsking(false)}
      >
        {t('promotion.salePrices.endEffect')}
      </ConfirmDialog>
    </>
  );
}
