/** What is wrong with a rule, in the words of the page. */
import { useTranslation } from 'react-i18next';
import { useGoodsNames } from './goodsNames.tsx';

/** A fault as the till tells it. */
export interface ToldFault {
  readonly fault: string;
  readonly condition?: string | undefined;
  readonly what?: string | undefined;
  readonly id?: string | undefined;
}

export function useFaultWords(): (fault: ToldFault) => string {
  const { t, i18n } = useTranslation();
  const { nameOf } = useGoodsNames();
  return ({ fault, condition, what, id }) => {
    if (fault === 'Unknown') return t(`promotion.fault.Unknown.${what}`, { name: nameOf(id ?? '') });
    const label = `promotion.condition.kind.${condition}`;
    if (condition !== undefined && i18n.exists(label))
      return t(`promotion.fault.${fault}`, { condition: t(label) });
    return t(`promotion.fault.${fault}`, { condition: '' });
  };
}
