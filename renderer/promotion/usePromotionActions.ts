/** What can be done with a promotion from its row and its page. */
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';

export interface PromotionActions {
  readonly setState: (promotionId: string, state: 'live' | 'paused' | 'ended') => Promise<boolean>;
  readonly copy: (promotionId: string) => Promise<void>;
  readonly removeDraft: (promotionId: string) => Promise<boolean>;
  readonly error: TillError | null;
  readonly isSending: boolean;
}

export function usePromotionActions(): PromotionActions {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const state = useIntention(api.promotion.setState);
  const copy = useIntention(api.promotion.copy);
  const remove = useIntention(api.promotion.removeDraft);
  return {
    setState: async (promotionId, next) => {
      const answer = await state.send({ promotionId, state: next });
      if (answer.ok) notifications.show({ message: t(`promotion.nowState.${next}`), color: 'green' });
      return answer.ok;
    },
    copy: async (promotionId) => {
      const answer = await copy.send({ promotionId });
      if (answer.ok) void navigate({ to: `/promotions/${answer.data.promotionId}/edit` });
    },
    removeDraft: async (promotionId) => {
      const answer = await remove.send({ promotionId });
      if (answer.ok) notifications.show({ message: t('promotion.removed'), color: 'green' });
      return answer.ok;
    },
    error: state.error ?? copy.error ?? remove.error,
    isSending: state.isSending || copy.isSending || remove.isSending,
  };
}
