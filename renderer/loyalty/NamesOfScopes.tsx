/** Asks for the names of the goods that rules refer to, and shows what stands below once they are known. */
import type { ReactNode } from 'react';
import type { Scope } from '../../shared/promotion/scope.ts';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { GoodsNamesProvider } from '../promotion/goodsNames.tsx';
import { productsOf } from './programmeForm.ts';

/** The till tells the names of so many goods at once. */
const mostNames = 500;

export function NamesOfScopes({ scopes, children }: { scopes: readonly Scope[]; children: ReactNode }) {
  const productIds = productsOf(scopes).slice(0, mostNames);
  const isNeeded = productIds.length > 0;
  const { data } = useTill(api.catalogue.named, { productIds }, { isOn: isNeeded });
  if (isNeeded && data === undefined) return null;
  const names = Object.fromEntries((data?.products ?? []).map(({ id, name }) => [id, name]));
  return <GoodsNamesProvider first={names}>{children}</GoodsNamesProvider>;
}
