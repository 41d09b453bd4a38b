/** After a gift card was sold or topped up: its number, what is on it, the change, and the certificate for giving it. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCode } from '../../shared/code.ts';
import type { GiftCardShown } from '../../shared/credit/giftCardContract.ts';
import type { Som } from '../../shared/money.ts';
import { useFormat } from '../app/language.ts';
import { CertificateButton } from './CertificateButton.tsx';
import styles from './credit.module.css';
import { focusFirst } from './focusFirst.ts';
import { BigSum } from './MoneyFields.tsx';

export interface GiftCardDoneProps {
  readonly card: GiftCardShown;
  readonly changeSom: Som;
  readonly onClose: () => void;
}

export function GiftCardDone({ card, changeSom, onClose }: GiftCardDoneProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="lg">
      <dl className={styles.facts}>
        <dt>{t('credit.giftCard.number')}</dt>
        <dd className="figures">{formatCode(card.number)}</dd>
        <dt>{t('credit.balance')}</dt>
        <dd>{format.som(card.balanceSom)}</dd>
        <dt>{t('credit.giftCard.lastDay')}</dt>
        <dd>{card.expiresOn === null ? t('credit.giftCard.never') : format.day(card.expiresOn)}</dd>
      </dl>
      {changeSom > 0 && <BigSum label={t('credit.money.change')} sum={changeSom} />}
      <Text className="muted">{t('credit.giftCard.slipHint')}</Text>
      <Group justify="flex-end" gap="sm">
        <CertificateButton number={card.number} />
        <Button ref={focusFirst} onClick={onClose}>
          {t('common.done')}
        </Button>
      </Group>
    </Stack>
  );
}
