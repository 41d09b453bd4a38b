/** How a customer is called on the shop's own screens. */
import { maskPhone } from '../../shared/customer/phone.ts';
import { tidyName } from '../../shared/text.ts';

/** The name, else the masked phone; empty for an instant card that nobody registered. */
export function shownName({ name, phone }: { readonly name: string; readonly phone: string | null }): string {
  if (name !== '') return tidyName(name);
  return phone === null ? '' : maskPhone(phone);
}
