/** How somebody who owes is called: the name, else the phone. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';

export function useDebtorName(): (debtor: {
  readonly name: string;
  readonly phone: string | null;
}) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ name, phone }) => {
    if (name !== '') return name;
    return phone === null ? t('customer.noName') : format.phone(phone);
  };
}
