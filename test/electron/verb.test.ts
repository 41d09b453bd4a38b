/** Who may ask what of the till, checked on every verb of the contract, and what follows a commit and never a roll-back. */
import { ORPCError } from '@orpc/client';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import {
  inTransaction,
  metaOf,
  procedureOf,
  readingVerb,
  requireAllowed,
  systemActor,
  writingVerb,
} from '../../electron/verb.ts';
import type { Role } from '../../shared/actor.ts';
import { contract } from '../../shared/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import { mayDo, permissions } from '../../shared/staff/permissions.ts';
import { readVerb, writeVerb } from '../../shared/verb.ts';
import { verbsIn } from '../architecture/verbs.ts';
import { openTestTill, type TestTill } from '../till.ts';

async function openShop(): Promise<TestTill> {
  const shop = await openTestTill();
  onTestFinished(shop.close);
  return shop;
}

interface Routed {
  readonly '~orpc': { readonly handler: (call: object) => unknown };
}

/** How the till answers a verb that is asked with nothing but an id: the code of its refusal, or null. */
async function answerTo(shop: TestTill, verb: Routed, key: string): Promise<string | null> {
  try {
    const input = { intentionId: shop.newId() };
    await verb['~orpc'].handler({ input, context: shop.till.context({ key }), signal: undefined });
    return null;
  } catch (error) {
    return error instanceof ORPCError ? error.code : 'another problem';
  }
}

/** The verbs of the router that need somebody to be logged in. */
function guarded(shop: TestTill): readonly (readonly [string, Routed])[] {
  const actions = new Map(verbsIn(contract).map(([name, verb]) => [name, verb['~orpc'].meta.action]));
  return verbsIn(shop.till.router)
    .filter(([name]) => actions.get(name) !== 'anyone')
    .map(([name, verb]) => [name, verb as unknown as Routed]);
}

async function refusedTo(shop: TestTill, key: string, code: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const [name, verb] of guarded(shop)) {
    if ((await answerTo(shop, verb, key)) === code) names.push(name);
  }
  return names;
}

async function addPerson(shop: TestTill, role: Role): Promise<void> {
  const person = {
    id: shop.newId(),
    name: role,
    role,
    secret_kind: 'pin',
    secret_hash: 'never asked',
  } as const;
  await shop.db
    .insertInto('person')
    .values({ ...person, is_active: 1, created_at: shop.clock.now })
    .execute();
  shop.workAs(person.id, role);
}

test('every verb of the contract is served, and no other', async () => {
  const shop = await openShop();
  const served = verbsIn(shop.till.router).map(([name]) => name);
  expect(served.sort()).toEqual(
    verbsIn(contract)
      .map(([name]) => name)
      .sort(),
  );
});

test('without a log-in nothing is done but what a first start, a log-in and a page need', async () => {
  const shop = await openShop();
  const refused = await refusedTo(shop, 'a stranger’s window', 'LogInNeeded');
  const free = verbsIn(contract)
    .map(([name]) => name)
    .filter((name) => !refused.includes(name));
  expect(free.sort()).toEqual([
    'receipt.foundPrinters',
    'receipt.state',
    'shop.changes',
    'shop.demoProgress',
    'shop.noteBroken',
    'shop.openDemo',
    'shop.settings',
    'shop.start',
    'shop.status',
    'staff.lock',
    'staff.logIn',
    'staff.logInByBadge',
    'staff.people',
    'staff.recover',
  ]);
});

/** The verbs whose action a role may not do. What else a verb asks depends on what is asked of it. */
function forbiddenTo(role: Role): readonly string[] {
  return verbsIn(contract)
    .map(([name, verb]) => [name, (verb['~orpc'].meta as { readonly action: string }).action] as const)
    .filter(([, action]) => action !== 'anyone' && !mayDo(role, action))
    .map(([name]) => name);
}

/** A list of coupons that is not one customer's shows codes that are money. */
const moreThanTheAction = ['coupon.list'];

test('a cashier sells, and is refused what the owner and the seniors decide', async () => {
  const shop = await openShop();
  const refused = await refusedTo(shop, 'test window', 'NotAllowed');
  expect([...refused].sort()).toEqual([...forbiddenTo('cashier'), ...moreThanTheAction].sort());
  expect(refused).toEqual(expect.arrayContaining([...forSeniors, ...forTheOwner]));
});

test('a senior is refused what only the owner decides', async () => {
  const shop = await openShop();
  await addPerson(shop, 'senior');
  const refused = await refusedTo(shop, 'senior', 'NotAllowed');
  expect([...refused].sort()).toEqual([...forbiddenTo('senior')].sort());
  expect(refused).toEqual(expect.arrayContaining([...forTheOwner]));
  expect(refused.filter((name) => forSeniors.includes(name))).toEqual([]);
});

/** What may never slip to a cashier unseen: money, prices, other people's data. */
const forSeniors = [
  'catalogue.save',
  'coupon.giveByHand',
  'coupon.void',
  'credit.correct',
  'credit.forgive',
  'credit.noteDebt',
  'credit.setLimit',
  'customer.change',
  'customer.merge',
  'customer.replaceCard',
  'ledger.corrections',
  'loyalty.correctBonus',
  'receipt.savePrinter',
  'report.today',
  'sale.takeBack',
  'sale.takeBackLoose',
  'shop.backUp',
  'staff.savePlannedShift',
  'staff.tickSkill',
  'staff.unlock',
];

/** What may never slip to a senior unseen: rights, people, rules of money, the books. */
const forTheOwner = [
  'coupon.makeBatch',
  'coupon.saveSeries',
  'ledger.seeCorrections',
  'loyalty.holdDraw',
  'loyalty.saveProgramme',
  'promotion.save',
  'promotion.setState',
  'shop.changeSettings',
  'shop.leaveDemo',
  'staff.addOwner',
  'staff.addPerson',
  'staff.changePerson',
  'staff.changePin',
  'staff.giveBadge',
  'staff.leave',
  'staff.setPermission',
  'staff.team',
];

test('somebody who left the shop is nobody from then on', async () => {
  const shop = await openShop();
  await shop.db.updateTable('person').set({ is_active: 0 }).where('id', '=', shop.cashierId).execute();
  const refused = await refusedTo(shop, 'test window', 'LogInNeeded');
  expect(refused).toHaveLength(guarded(shop).length);
});

test('a verb whose action no rule knows is refused to everybody, the owner too', async () => {
  const shop = await openShop();
  shop.workAs(shop.ownerId);
  const input = { input: {}, output: z.object({}), refusals: {} };
  const read = readVerb({ ...input, action: 'nobody.decided', input: z.object({}) });
  const write = writeVerb({ ...input, action: 'nobody.decided' });
  const done: string[] = [];
  const reading = readingVerb(read, async () => {
    done.push('read');
    return {};
  });
  const writing = writingVerb(write, async () => {
    done.push('written');
    return {};
  });
  for (const refused of [shop.call(reading, {}), shop.call(writing, { intentionId: shop.newId() })]) {
    expect(await shop.refusal(refused)).toEqual({ code: 'NotAllowed', data: { action: 'nobody.decided' } });
  }
  expect(done).toEqual([]);
  expect(metaOf(write).action).toBe('nobody.decided');
});

test('an approver lifts what they may do themselves and nothing else', () => {
  const cashier = { personId: 'a', role: 'cashier', tillId: 't', approver: null, permissions } as const;
  const beside = (role: Role) => ({ ...cashier, approver: { personId: 'b', role } });
  const refusalOf = (actor: Parameters<typeof requireAllowed>[0], action: string) => {
    try {
      requireAllowed(actor, action);
      return null;
    } catch (error) {
      return error instanceof Refusal ? error.code : error;
    }
  };
  expect(refusalOf(cashier, 'coupon.goodwill')).toBe('NotAllowed');
  expect(refusalOf(beside('cashier'), 'coupon.goodwill')).toBe('NotAllowed');
  expect(refusalOf(beside('senior'), 'coupon.goodwill')).toBeNull();
  expect(refusalOf(beside('senior'), 'coupon.change')).toBe('NotAllowed');
  expect(refusalOf(beside('owner'), 'coupon.change')).toBeNull();
  expect(refusalOf(null, 'sale.sell')).toBe('LogInNeeded');
});

test('a refusal that the contract does not declare is noted and reaches no screen as one', async () => {
  const shop = await openShop();
  const verb = readVerb({ action: 'anyone', input: z.object({}), output: z.object({}), refusals: {} });
  const notes: string[] = [];
  const host = { ...shop.till.host(), note: (text: string) => void notes.push(text) };
  const routed = procedureOf(
    readingVerb(verb, async () => {
      throw new Refusal('SomethingNew');
    }),
    () => host,
  );
  expect(await answerTo(shop, routed as unknown as Routed, 'test window')).toBe('another problem');
  expect(notes).toEqual(['the contract does not declare the refusal SomethingNew']);
});

test('news, documents and printing follow a commit and never a roll-back', async () => {
  const shop = await openShop();
  const heard: string[] = [];
  const host = {
    ...shop.till.host(),
    announce: (topics: readonly string[]) => void heard.push(...topics),
    committed: (documents: readonly unknown[]) => void heard.push(`${documents.length} documents`),
  };
  const act = (fails: boolean) =>
    inTransaction(host, { key: 'test window' }, systemActor('till'), async (scope) => {
      scope.changed('sale', 'sale', 'shift');
      scope.afterCommit(() => void heard.push('printer'));
      if (fails) throw new Error('the power went');
    });
  await expect(act(true)).rejects.toThrow('the power went');
  expect(heard).toEqual([]);
  await act(false);
  expect(heard).toEqual(['0 documents', 'printer', 'sale', 'shift']);
});
