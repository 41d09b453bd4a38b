/** Every verb of the contract, asked by every role, alone and with somebody beside them: the matrix decides and nothing else. */
import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { TillParts } from '../../electron/parts.ts';
import { createRouter } from '../../electron/router.ts';
import type { ReadScope, VerbHost } from '../../electron/verb.ts';
import { type Actor, type PermissionMatrix, type Role, roles } from '../../shared/actor.ts';
import { contract } from '../../shared/contract.ts';
import {
  fixedActions,
  mayDo,
  type PermissionChange,
  permissions,
  permissionsWith,
} from '../../shared/staff/permissions.ts';
import { type VerbMeta, writeVerb } from '../../shared/verb.ts';
import { verbsIn, verbsWithoutAction } from '../architecture/verbs.ts';

/** Nothing behind a verb's door: whatever it reaches for once it was let in breaks at once. */
function nothing(): never {
  return new Proxy(() => {}, {
    get: (_target, name) => (name === 'then' || name === Symbol.toPrimitive ? undefined : nothing()),
    apply: () => {
      throw new Error('let in');
    },
  }) as never;
}

interface Routed {
  readonly '~orpc': { readonly handler: (call: object) => unknown };
}

interface Asking {
  readonly role: Role;
  readonly approver: Role | null;
  readonly matrix: PermissionMatrix;
}

/** The router as it is wired, for one actor; it is asked for nothing but who may come in. */
function routerFor({ role, approver, matrix }: Asking) {
  const actor: Actor = { personId: 'a', role, tillId: 't', approver: null, permissions: matrix };
  const scope = { actor, db: nothing(), settings: nothing() } as unknown as ReadScope;
  const host: VerbHost = {
    db: nothing(),
    tillId: 't',
    actorOf: async () => actor,
    readScope: async () => scope,
    writeScope: nothing(),
    permissions: async () => matrix,
    approverOf: async () => ({ personId: 'b', role: approver ?? role }),
    announce: () => {},
    committed: () => {},
    note: () => {},
  };
  return createRouter(nothing() as TillParts, () => host);
}

const guarded = verbsIn(contract)
  .map(([name, verb]) => ({ name, ...(verb['~orpc'].meta as unknown as VerbMeta) }))
  .filter(({ action }) => action !== 'anyone');

/** Only what changes something may carry an approval. */
const takesApproval: ReadonlySet<string> = new Set(['write', 'draft']);

/** The verbs that are refused for want of the right to their own action, in the order of the contract. */
async function refusedTo(asking: Asking): Promise<readonly string[]> {
  const routed = new Map(verbsIn(routerFor(asking)));
  const refused: string[] = [];
  for (const { name, action, kind } of guarded) {
    const approval =
      asking.approver !== null && takesApproval.has(kind) ? { personId: 'b', secret: '0' } : undefined;
    const input = { intentionId: '0', approval };
    const { handler } = (routed.get(name) as unknown as Routed)['~orpc'];
    try {
      await handler({ input, context: { key: 'window' }, signal: AbortSignal.abort() });
    } catch (error) {
      const isOwnAction = error instanceof ORPCError && error.data?.action === action;
      if (isOwnAction && error.code === 'NotAllowed') refused.push(name);
    }
  }
  return refused;
}

function expectedRefusals({ role, approver, matrix }: Asking): readonly string[] {
  return guarded
    .filter(({ action, kind }) => {
      const isStoodFor = approver !== null && takesApproval.has(kind) && mayDo(approver, action, matrix);
      return !mayDo(role, action, matrix) && !isStoodFor;
    })
    .map(({ name }) => name);
}

const changedActions = Object.keys(permissions).filter((action) => !fixedActions.has(action));
const turnedRound: readonly PermissionChange[] = changedActions.flatMap((action) =>
  (['senior', 'cashier'] as const).map((role) => ({ action, role, isAllowed: !mayDo(role, action) })),
);

const matrices: readonly (readonly [string, PermissionMatrix])[] = [
  ['as the program comes', permissions],
  [
    'where cashiers take goods back and seniors change no goods',
    permissionsWith([
      { action: 'sale.takeBack', role: 'cashier', isAllowed: true },
      { action: 'catalogue.change', role: 'senior', isAllowed: false },
    ]),
  ],
  ['where every right that can be changed is turned round', permissionsWith(turnedRound)],
  ['without a single right', {}],
];

for (const [shop, matrix] of matrices) {
  for (const role of roles) {
    for (const approver of [null, ...roles]) {
      const beside = approver === null ? 'alone' : `with ${approver} beside`;
      test(`in a shop ${shop}: ${role}, ${beside}, is refused what the matrix refuses`, async () => {
        const asking = { role, approver, matrix };
        expect(await refusedTo(asking)).toEqual(expectedRefusals(asking));
      });
    }
  }
}

test('a changed right opens and shuts the very verbs that ask for it', async () => {
  const [, changed] = matrices[1] ?? [];
  if (changed === undefined) throw new Error('there is no such shop');
  const byDefault = await refusedTo({ role: 'cashier', approver: null, matrix: permissions });
  const now = await refusedTo({ role: 'cashier', approver: null, matrix: changed });
  const opened = byDefault.filter((name) => !now.includes(name));
  expect(opened).toContain('sale.takeBack');
  expect(opened.every((name) => guarded.find((verb) => verb.name === name)?.action === 'sale.takeBack')).toBe(
    true,
  );
  const seniors = await refusedTo({ role: 'senior', approver: null, matrix: changed });
  expect(seniors).toContain('catalogue.save');
});

test('every verb asks for an action that somebody may do', () => {
  expect(verbsWithoutAction(contract, permissions)).toEqual([]);
});

test('a new verb without a rule is found', () => {
  const giveAway = writeVerb({ action: 'sale.giveAway', input: {}, output: z.object({}), refusals: {} });
  const careless = writeVerb({ action: '', input: {}, output: z.object({}), refusals: {} });
  const planted = { ...contract, sale: { ...contract.sale, giveAway, careless } };
  expect(verbsWithoutAction(planted, permissions).map(({ says }) => says)).toEqual([
    'sale.giveAway names the action sale.giveAway, which nobody may do',
    'sale.careless names no action',
  ]);
});
