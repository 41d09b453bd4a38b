/** What card systems and QR services are called. */
import type { PaymentProvider } from '../../shared/basket.ts';

/** Names of brands: the same in every language. */
export const providerNames: Readonly<Record<PaymentProvider, string>> = {
  uzcard: 'Uzcard',
  humo: 'Humo',
  otherCard: 'Visa / Mastercard',
  click: 'Click',
  payme: 'Payme',
  uzum: 'Uzum',
  uzqr: 'UzQR',
};
