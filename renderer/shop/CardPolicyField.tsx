/** Whether the cashier must ask for a customer's card. */
import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CardPolicy, cardPolicies } from '../../shared/shop/settings.ts';

export function CardPolicyField(props: { policy: CardPolicy; onChange: (policy: CardPolicy) => void }) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('shop.cardPolicy')}
      value={props.policy}
      onChange={(value) => props.onChange(cardPolicies.find((policy) => policy === value) ?? 'ask')}
    >
      <Stack gap="sm" mt="sm">
        {cardPolicies.map((policy) => (
          <Radio
            key={policy}
            size="md"
            value={policy}
            label={t(`shop.cardPolicyName.${policy}`)}
            description={t(`shop.cardPolicyHint.${policy}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
