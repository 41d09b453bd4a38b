/** How a customer is called on screen: the name, else the phone, else the card. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';

interface Called {
  readonly name: string;
  readonly phone: string | null;
  readonly cardNumbers: readonly string[];
}

export function useCustomerName(): (customer: Called) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ name, phone, cardNumbers }) => {
    if (name !== '') return name;
    if (phone !== null) return format.phone(phone);
    return cardNumbers[0] ?? t('customer.noName');
  };
}
