/** A shop in which a test says who came on which day, for the report of a day's customers. */
import { createCustomer } from '../../../electron/customer/create.ts';
import { customerDayVerbs } from '../../../electron/report/customerDay.ts';
import type { VerbAnswer } from '../../../electron/verb.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import type { reportContract } from '../../../shared/report/contract.ts';
import { addVisits } from '../customer/addVisits.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';
import { pastSales, type SoldSale } from './soldDay.ts';

/** The evening of 22 November, on which every test begins. */
export const evening = '2026-11-22T15:10:00.000Z';

export const at = (day: string, time = '09:00') => `${day}T${time}:00.000Z`;

export interface CustomerDayWorld {
  readonly world: RoomWorld;
  readonly verbs: ReturnType<typeof customerDayVerbs>;
  readonly sell: (sale: SoldSale) => Promise<string>;
  readonly report: (day?: string | null) => Promise<VerbAnswer<typeof reportContract.customerDay>>;
  /** A customer with a receipt of 10 000 on each of the days: figures and sales agree, as in a living shop. */
  readonly addCustomer: (name: string, days?: readonly string[]) => Promise<string>;
  /** How often the printer was woken. */
  readonly woken: () => number;
}

export async function customerDayWorld(): Promise<CustomerDayWorld> {
  const world = await roomWorld();
  world.setClock(evening);
  const { sell } = await pastSales(world);
  let woken = 0;
  let customers = 0;
  const wake = () => {
    woken += 1;
  };
  const verbs = customerDayVerbs({ database: () => world.database, printQueue: { wake } });
  return {
    world,
    verbs,
    sell,
    report: (day = null) => world.ask(verbs.customerDay, { day }),
    addCustomer: async (name, days = []) => {
      customers += 1;
      const { customer } = await world.ask(createCustomer, {
        phone: `90 111 ${String(customers).padStart(2, '0')} 11`,
        name,
        language: null,
        consentProfile: true,
        consentMessages: false,
        consentVersion,
        consentLanguage: 'uz',
        cardNumber: null,
      });
      await addVisits(world, customer.id, days);
      for (const day of days) await sell({ at: at(day), netSom: 10_000, customerId: customer.id });
      return customer.id;
    },
    woken: () => woken,
  };
}
