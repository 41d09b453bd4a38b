/** A till with an owner, a senior and a cashier at its windows, for tests of what one of them may not know. */
import type { AnyContractProcedure } from '@orpc/contract';
import { onTestFinished } from 'vitest';
import { savePrinter } from '../../../electron/receipt/verbsOfPrinters.ts';
import { shiftFigures } from '../../../electron/report/shiftFigures.ts';
import { parkedForClose } from '../../../electron/sale/parking.ts';
import { isBasketOpen, refuseOpenBasket, salesOfShift } from '../../../electron/sale/shiftCheck.ts';
import { shiftVerbs } from '../../../electron/shift/verbs.ts';
import type { VerbAnswer, VerbImplementation, VerbInput } from '../../../electron/verb.ts';
import type { Block } from '../../../shared/receipt/blocks.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import type { shiftContract } from '../../../shared/shift/contract.ts';
import { openTestTill, ownerPassword, type TestTill, type TestTillOptions } from '../../till.ts';

type Who = 'owner' | 'cashier';
type Input<P extends AnyContractProcedure> = Omit<VerbInput<P>, 'intentionId'>;
type CloseInput = Input<typeof shiftContract.close>;

export interface ShiftTill extends TestTill {
  readonly verbs: ReturnType<typeof shiftVerbs>;
  readonly ask: <P extends AnyContractProcedure>(
    who: Who,
    verb: VerbImplementation<P>,
    input: Input<P>,
  ) => Promise<VerbAnswer<P>>;
  readonly openShift: (floatSom?: number) => Promise<VerbAnswer<typeof shiftContract.open>['shift']>;
  readonly closeShift: (who: Who, input: CloseInput) => Promise<VerbAnswer<typeof shiftContract.close>>;
  /** The owner stands beside whoever asks. */
  readonly approval: { readonly personId: string; readonly secret: string };
  readonly addPrinter: () => Promise<void>;
  /** Papers as they were queued, oldest first. */
  readonly papers: () => Promise<
    readonly {
      readonly kind: string;
      readonly documentKind: string;
      readonly purpose: string;
      readonly copyNumber: number;
      readonly blocks: readonly Block[];
    }[]
  >;
  /** The contents of the documents of a kind, oldest first. */
  readonly documents: (kind: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export async function openShiftTill(options: TestTillOptions = {}): Promise<ShiftTill> {
  const world = await openTestTill(options);
  onTestFinished(world.close);
  const { till, db, newId, ownerId, cashierId } = world;
  world.workAs(ownerId, 'owner');
  world.workAs(cashierId, 'cashier');
  const verbs = shiftVerbs(till.parts, {
    salesOfShift,
    refuseOpenBasket,
    isBasketOpen,
    parkedForClose,
    figuresOf: shiftFigures,
  });
  const ask: ShiftTill['ask'] = (who, verb, input) =>
    world.call(verb, { intentionId: newId(), ...input } as never, who);
  return {
    ...world,
    verbs,
    ask,
    openShift: async (floatSom = 100_000) => (await ask('cashier', verbs.open, { floatSom })).shift,
    closeShift: (who, input) => ask(who, verbs.close, input),
    approval: { personId: ownerId, secret: ownerPassword },
    addPrinter: async () => {
      const connection = { kind: 'file', path: `${world.directory}/papers` } as const;
      await ask('owner', savePrinter, {
        printerId: null,
        name: 'Chek',
        connection,
        profile: printerProfiles.epson80,
      });
    },
    papers: async () => {
      const jobs = db.selectFrom('print_job').selectAll();
      const rows = await jobs.orderBy('created_at').orderBy('copy_number').execute();
      return rows.map((row) => ({
        kind: row.kind,
        documentKind: row.document_kind,
        purpose: row.purpose,
        copyNumber: row.copy_number,
        blocks: JSON.parse(row.blocks_json) as readonly Block[],
      }));
    },
    documents: async (kind) => {
      const rows = await db
        .selectFrom('journal')
        .select('content_json')
        .where('document_kind', '=', kind)
        .orderBy('sequence')
        .execute();
      return rows.map(
        (row) => (JSON.parse(row.content_json) as { content: Record<string, unknown> }).content,
      );
    },
  };
}

/** The text of a paper's rows and words, one after the other. */
export function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => ('text' in block ? block.text : 'left' in block ? `${block.left} ${block.right}` : ''))
    .join('\n')
    .replace(/\u00a0/g, ' ');
}
