/** How reports call a customer: nobody needs a whole phone to read a figure. */
import { maskCardNumber } from '../../shared/customer/cardNumber.ts';
import { maskPhone } from '../../shared/customer/phone.ts';
import { tidyName } from '../../shared/text.ts';

interface Named {
  readonly name: string;
  readonly phone: string | null;
  readonly card_number?: string | null;
}

/** The name, else enough of the phone or the card to know who it was. */
export function nameShown({ name, phone, card_number = null }: Named): string {
  if (name !== '') return tidyName(name);
  if (phone !== null) return maskPhone(phone);
  return card_number === null ? '' : maskCardNumber(card_number);
}
