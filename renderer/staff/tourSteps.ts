/** Which step of the tour something done at the till fulfils: a learner ticks by doing, not by reading. */
import type { TourStep } from '../../shared/staff/peopleContract.ts';
import type { AnsweredCall } from '../app/api.ts';

interface Tendered {
  readonly tenders?: readonly { readonly kind: string }[];
}
interface Changed {
  readonly change?: { readonly kind: string; readonly quantityThousandths?: number };
}
interface Scanned {
  readonly quantityThousandths?: number;
}
interface Outcome {
  readonly outcome?: { readonly kind: string };
}

const one = 1000;

/**
 * The steps that an answered call fulfils.
 *
 * | call                                   | steps                    |
 * |----------------------------------------|--------------------------|
 * | sale.scan, goods                       | scan; more than one: quantity too |
 * | sale.scan, a card or a phone           | customer                 |
 * | sale.scan, a coupon                    | coupon                   |
 * | sale.change, goods by name             | search                   |
 * | sale.change, quantity or customer      | quantity, customer       |
 * | sale.complete with cash, with a card   | payInCash, payByCard     |
 * | sale.park, takeBack, reprint           | park, takeBack, reprint  |
 * | staff.logIn, logInByBadge              | lock                     |
 */
export function tourStepsOf({ verb, input, data }: AnsweredCall): readonly TourStep[] {
  switch (verb) {
    case 'sale.scan':
      return scanSteps(input as Scanned, data as Outcome);
    case 'sale.change':
      return changeSteps(input as Changed);
    case 'sale.complete': {
      const kinds = ((input as Tendered).tenders ?? []).map(({ kind }) => kind);
      const isCard = kinds.includes('card') || kinds.includes('qr');
      return [
        ...(kinds.includes('cash') ? (['payInCash'] as const) : []),
        ...(isCard ? (['payByCard'] as const) : []),
      ];
    }
    case 'sale.park':
      return ['park'];
    case 'sale.takeBack':
      return ['takeBack'];
    case 'sale.reprint':
      return ['reprint'];
    // The lock itself ends the session that could tick it; coming back is the other half of the step.
    case 'staff.logIn':
    case 'staff.logInByBadge':
      return ['lock'];
    default:
      return [];
  }
}

function scanSteps({ quantityThousandths = one }: Scanned, { outcome }: Outcome): readonly TourStep[] {
  switch (outcome?.kind) {
    case 'product':
      return quantityThousandths > one ? ['scan', 'quantity'] : ['scan'];
    case 'customer':
      return ['customer'];
    case 'coupon':
      return ['coupon'];
    default:
      return [];
  }
}

function changeSteps({ change }: Changed): readonly TourStep[] {
  switch (change?.kind) {
    case 'addProduct':
      return (change.quantityThousandths ?? one) > one ? ['search', 'quantity'] : ['search'];
    case 'setQuantity':
      return ['quantity'];
    case 'attachCustomer':
      return ['customer'];
    default:
      return [];
  }
}

const listeners = new Set<(step: TourStep) => void>();

/** For what a person does on the page alone, without any call that tells it. */
export function tourDid(step: TourStep): void {
  for (const listener of listeners) listener(step);
}

/** Hears of such steps; answers the way to stop. */
export function onTourDid(listener: (step: TourStep) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
