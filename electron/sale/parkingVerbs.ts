/** The verbs of baskets that wait, as the router takes them. */
import type { PrintQueue } from '../parts.ts';
import { mergeBasket, splitOpenBasket } from './parkedBaskets.ts';
import { listParked, parkBasket, renameBasket, resumeBasket } from './parking.ts';
import { printQuote } from './quotePaper.ts';

export const parkingVerbs = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) => ({
  park: parkBasket,
  parked: listParked,
  resume: resumeBasket,
  renameBasket,
  mergeBasket,
  splitBasket: splitOpenBasket,
  printQuote: printQuote(parts),
});
