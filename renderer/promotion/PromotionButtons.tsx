/** The buttons of one promotion: start or pause, and the rest in a menu; what cannot be taken back is asked first. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconCopy,
  IconDots,
  IconFlagCheck,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { useLanguage } from '../app/language.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { type PromotionRow, shownState } from './promotionState.ts';
import type { PromotionActions } from './usePromotionActions.ts';

export interface PromotionButtonsProps {
  readonly row: PromotionRow;
  readonly actions: PromotionActions;
  /** Called when the promotion is gone for good. */
  readonly onRemoved?: () => void;
}

export function PromotionButtons({ row, actions, onRemoved }: PromotionButtonsProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'end' | 'remove' | null>(null);
  const state = shownState(row);
  const { promotionId } = row;
  return (
    <>
      {(state === 'draft' || state === 'paused') && (
        <Button
          leftSection={<IconPlayerPlay size={18} aria-hidden="true" />}
          disabled={actions.isSending}
          onClick={() => void actions.setState(promotionId, 'live')}
        >
          {t('promotion.action.start')}
        </Button>
      )}
      {(state === 'live' || state === 'upcoming') && (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={18} aria-hidden="true" />}
          disabled={actions.isSending}
          onClick={() => void actions.setState(promotionId, 'paused')}
        >
          {t('promotion.action.pause')}
        </Button>
      )}
      <MoreActions row={row} actions={actions} onAsk={setAsked} />
      <Questions
        row={row}
        asked={asked}
        actions={actions}
        onDone={() => setAsked(null)}
        onRemoved={onRemoved}
      />
    </>
  );
}

interface MoreActionsProps {
  readonly row: PromotionRow;
  readonly actions: PromotionActions;
  readonly onAsk: (question: 'end' | 'remove') => void;
}

function MoreActions({ row, actions, onAsk }: MoreActionsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useLanguage();
  const { promotionId, origin } = row;
  const state = shownState(row);
  const place = origin === 'salePrices' ? '/catalogue/sale-prices' : `/promotions/${promotionId}/edit`;
  return (
    <Menu position="bottom-end" shadow="md" width={220}>
      <Menu.Target>
        <ActionIcon
          variant="default"
          aria-label={t('promotion.action.more', { name: textIn(row.name, language) })}
        >
          <IconDots size={20} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {row.state !== 'ended' && (
          <Menu.Item leftSection={<IconPencil size={18} />} onClick={() => void navigate({ to: place })}>
            {t('common.edit')}
          </Menu.Item>
        )}
        {origin !== 'salePrices' && (
          <Menu.Item leftSection={<IconCopy size={18} />} onClick={() => void actions.copy(promotionId)}>
            {t('promotion.action.copy')}
          </Menu.Item>
        )}
        {state !== 'draft' && row.state !== 'ended' && (
          <Menu.Item leftSection={<IconFlagCheck size={18} />} onClick={() => onAsk('end')}>
            {t('promotion.action.end')}
          </Menu.Item>
        )}
        {state === 'draft' && (
          <Menu.Item color="red" leftSection={<IconTrash size={18} />} onClick={() => onAsk('remove')}>
            {t('promotion.action.remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface QuestionsProps {
  readonly row: PromotionRow;
  readonly asked: 'end' | 'remove' | null;
  readonly actions: PromotionActions;
  readonly onDone: () => void;
  readonly onRemoved: (() => void) | undefined;
}

function Questions({ row, asked, actions, onDone, onRemoved }: QuestionsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = textIn(row.name, language);
  const remove = async () => {
    const isGone = await actions.removeDraft(row.promotionId);
    onDone();
    if (isGone) onRemoved?.();
  };
  return (
    <>
      <ConfirmDialog
        isOpen={asked === 'end'}
        title={t('promotion.endQuestion', { name })}
        action={t('promotion.action.end')}
        isDangerous
        isBusy={actions.isSending}
        onCancel={onDone}
        onConfirm={() => void actions.setState(row.promotionId, 'ended').then(onDone)}
      >
        <p>{t('promotion.endBody')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === 'remove'}
        title={t('promotion.removeQuestion', { name })}
        action={t('common.delete')}
        isDangerous
        isBusy={actions.isSending}
        onCancel={onDone}
        onConfirm={() => void remove()}
      />
    </>
  );
}
