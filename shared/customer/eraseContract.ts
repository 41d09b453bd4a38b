/** What a screen may ask about erasing customers: what would go, what would stay, what stands against it, and who came no more. */
import { z } from 'zod';
import { actVerb, readVerb } from '../verb.ts';
import { businessDaySchema, idSchema, instantSchema, signedSomSchema, somSchema } from '../wire.ts';

/**
 * What must be settled before anybody can be erased; afterwards nobody could be told who it was.
 *
 * | kind        | what to do first                                     |
 * |-------------|------------------------------------------------------|
 * | debt        | let them repay, or forgive it                         |
 * | storeCredit | give the money back, or let them buy with it          |
 * | deposit     | hand over the order, or give the deposit back         |
 * | complaint   | answer and close it                                   |
 * | basket      | finish, clear or drop the basket with their card in it |
 */
export const eraseBlockKinds = ['debt', 'storeCredit', 'deposit', 'complaint', 'basket'] as const;
export const eraseBlockSchema = z.object({
  kind: z.enum(eraseBlockKinds),
  count: z.int().min(1),
  amountSom: somSchema.nullable(),
});
export type EraseBlock = z.output<typeof eraseBlockSchema>;

export const eraseCauses = ['wish', 'absence'] as const;

/** Why somebody stands in the list of those who may be forgotten. */
export const forgettableReasons = ['absent', 'noConsent'] as const;

const olderBackupSchema = z.object({ file: z.string(), madeAt: instantSchema.nullable() });

export const eraseVerbs = {
  /** Shown before the act: nothing is changed. */
  erasePreview: readVerb({
    action: 'customer.erase',
    input: z.object({ customerId: idSchema }),
    output: z.object({
      customerId: idSchema,
      name: z.string(),
      /** Customers who turned out to be this person; they go along. */
      merged: z.int(),
      /** What stays, without a name. */
      receipts: z.int(),
      paidSom: signedSomSchema,
      /** What is written off. */
      bonusSom: signedSomSchema,
      coupons: z.int(),
      cards: z.int(),
      blocks: z.array(eraseBlockSchema),
      /** Copies of the shop in the folder of backups that still hold the person. */
      olderBackups: z.array(olderBackupSchema),
      backupFolder: z.string(),
      /** A second folder was chosen, and it is not there now. */
      isSecondFolderGone: z.boolean(),
    }),
    refusals: {},
  }),
  /**
   * Erases people for good and cleans the files of the till; it stands still for some seconds meanwhile. Repeating it does
   * nothing more to whoever is erased already.
   */
  erase: actVerb({
    action: 'customer.erase',
    input: z.object({
      customerIds: z.array(idSchema).min(1).max(500),
      cause: z.enum(eraseCauses),
      /** A new backup in the chosen folder, and those before it deleted there. */
      replaceBackups: z.boolean(),
    }),
    output: z.object({
      erased: z.int(),
      /** Who could not be erased, when several were asked for. */
      kept: z.array(z.object({ customerId: idSchema, blocks: z.array(eraseBlockSchema) })),
      /** False where a disk refused; the next start of the till goes on with it. */
      isCleaned: z.boolean(),
      backupsDeleted: z.int(),
      /** Backups that still hold them; when one is put back, they are erased again. */
      backupsLeft: z.array(z.string()),
      isSecondFolderGone: z.boolean(),
    }),
    refusals: {
      EraseBlocked: z.object({ blocks: z.array(eraseBlockSchema) }),
      FolderNotUsable: z.object({ folder: z.string() }),
    },
  }),
  /** Who came no more for so many months, or never agreed to be kept; the longest absent first. */
  forgettable: readVerb({
    action: 'customer.erase',
    input: z.object({
      /** 0 asks only for those who never agreed. */
      months: z.int().min(0).max(120),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({
      customers: z.array(
        z.object({
          customerId: idSchema,
          name: z.string(),
          reason: z.enum(forgettableReasons),
          lastVisitOn: businessDaySchema.nullable(),
          knownSince: instantSchema,
          receipts: z.int(),
          bonusSom: signedSomSchema,
          debtSom: signedSomSchema,
          storeCreditSom: signedSomSchema,
        }),
      ),
      count: z.int(),
    }),
    refusals: {},
  }),
};
