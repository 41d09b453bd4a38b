/** What the shop asks of the rooms beside it; lent by the wiring, because rooms of one rank do not import each other. */
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { PermissionMatrix } from '../../shared/actor.ts';
import type { BasisPoints } from '../../shared/money.ts';
import type { firstStartSchema } from '../../shared/shop/contract.ts';
import type { Language } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import type { Random } from '../ids.ts';
import type { WriteScope } from '../verb.ts';

type Db = Kysely<Tables>;

export interface FirstPeople {
  readonly owner: z.output<typeof firstStartSchema.owner>;
  readonly cashier: z.output<typeof firstStartSchema.cashier>;
}

export interface AddedPeople {
  readonly ownerId: string;
  readonly cashierId: string | null;
  /** As it is printed; only its fingerprint is kept. */
  readonly recoveryCode: string;
  readonly recoveryCodeId: string;
}

export interface Neighbours {
  /** staff: whether the shop has been started. */
  readonly hasOwner: (db: Db) => Promise<boolean>;
  /** staff: the name of somebody who works here, and their own discount limit. */
  readonly personOf: (
    db: Db,
    personId: string,
  ) => Promise<{ readonly name: string; readonly discountBasisPoints: BasisPoints | null } | undefined>;
  /** staff: who may do what, as the owner has it now. */
  readonly permissionsIn: (db: Db) => Promise<PermissionMatrix>;
  /** staff: hashes, and answers what writes the people inside the transaction. Refuses WeakPin and WeakPassword. */
  readonly prepareFirstPeople: (
    people: FirstPeople,
    random: Random,
  ) => Promise<(scope: WriteScope) => Promise<AddedPeople>>;
  /** receipt: adds the first printer, which becomes the one that receipts go to. */
  readonly addFirstPrinter: (
    scope: WriteScope,
    printer: NonNullable<z.output<typeof firstStartSchema.printer>>,
  ) => Promise<void>;
  /** receipt: queues the slip with the code when there is a printer. */
  readonly printRecoveryCode: (
    scope: WriteScope,
    slip: {
      readonly codeId: string;
      readonly code: string;
      readonly shopName: string;
      readonly language: Language;
    },
  ) => Promise<void>;
  /** receipt: queues the slip with somebody's badge; answers whether there is a printer. */
  readonly printBadge: (
    scope: WriteScope,
    slip: {
      readonly badgeId: string;
      readonly code: string;
      readonly personName: string;
      readonly shopName: string;
      readonly language: Language;
    },
  ) => Promise<boolean>;
  /** receipt: what stands in the way of a receipt, `NoPrinter` or a code of shared/receipt/printState.ts; null: nothing. */
  readonly printerTrouble: (db: Db) => Promise<string | null>;
  /** journal: when the till's last document was written, and its day. */
  readonly lastDocument: (
    db: Db,
    tillId: string,
  ) => Promise<{ readonly writtenAt: Instant; readonly businessDay: BusinessDay } | null>;
}
