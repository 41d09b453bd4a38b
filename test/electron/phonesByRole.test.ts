/** Whoever may not see phones gets the last four digits, whatever they ask; whoever may gets them whole. */
import type { AnyContractProcedure } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { noteDebt } from '../../electron/credit/notebook.ts';
import { changeCustomer } from '../../electron/customer/change.ts';
import { addPhone } from '../../electron/customer/phones.ts';
import { openComplaint } from '../../electron/service/complaintVerbs.ts';
import { setPermission } from '../../electron/staff/rights.ts';
import { contract } from '../../shared/contract.ts';
import { phoneMask } from '../../shared/customer/phoneMask.ts';
import type { VerbMeta } from '../../shared/verb.ts';
import { verbsIn } from '../architecture/verbs.ts';
import { openWholeShop, type WholeShop } from './sale/wholeShop.ts';

const main = '+998901234567';
const further = '+998935556677';
const former = '+998917778899';
const phones = [main, further, former];

/** What a question may be filled with, by the names of its fields. */
type Hints = Readonly<Record<string, unknown>>;

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly out?: z.ZodType;
  readonly in?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly entries?: Readonly<Record<string, string>>;
}

/** A question that the schema takes, or undefined where a field needs something that no hint names. */
function questionFor(schema: z.ZodType, hints: Hints): Record<string, unknown> | undefined {
  const { shape } = schema.def as unknown as Definition;
  const question: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(shape ?? {})) {
    const { type, entries } = field.def as unknown as Definition;
    if (Object.hasOwn(hints, key) && field.safeParse(hints[key]).success) question[key] = hints[key];
    else if (type === 'nullable') question[key] = null;
    else if (type === 'boolean') question[key] = false;
    else if (entries !== undefined) question[key] = Object.values(entries)[0];
  }
  return schema.safeParse(question).success ? question : undefined;
}

type Client = Readonly<Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>>;

interface Filled {
  readonly shop: WholeShop;
  readonly customerId: string;
  readonly hints: readonly Hints[];
}

const clientAt = ({ shop }: Filled, window: string) =>
  createRouterClient(shop.till.router, { context: { key: window } }) as unknown as Client;

/** Every answer of every reading verb that answers at all, by the verb's name. */
async function answersAt(filled: Filled, window: string): Promise<ReadonlyMap<string, string>> {
  const client = clientAt(filled, window);
  const answers = new Map<string, string>();
  for (const [name, verb] of verbsIn(contract)) {
    const { kind } = verb['~orpc'].meta as unknown as VerbMeta;
    // The open basket answers as a draft.
    if (kind !== 'read' && name !== 'sale.basket') continue;
    const [room = '', verbName = ''] = name.split('.');
    const input = (verb as AnyContractProcedure)['~orpc'].inputSchema as unknown as z.ZodType;
    for (const hint of filled.hints) {
      const question = questionFor(input, hint);
      if (question === undefined) continue;
      try {
        const answer = await client[room]?.[verbName]?.(question);
        answers.set(name, `${answers.get(name) ?? ''}${JSON.stringify(answer)}`);
      } catch {
        // Refused, or nothing of the kind is there: no answer, no phone.
      }
    }
  }
  return answers;
}

/** The verbs in whose answers a text stands. */
const telling = (answers: ReadonlyMap<string, string>, text: string) =>
  [...answers].filter(([, answer]) => answer.includes(text)).map(([name]) => name);

/** A phone as it is stored, as it is written, and as its bare digits. */
const waysToWrite = (phone: string) => [
  phone,
  phone.slice(1),
  phone.replace(/^\+998(..)(...)(..)(..)$/, '+998 $1 $2 $3 $4'),
  phone.replace(/^\+998(..)(...)(..)(..)$/, '+998 $1 $2-$3-$4'),
];

/** A shop in which a customer's phones stand wherever they can. */
async function fill(): Promise<Filled> {
  const shop = await openWholeShop();
  const holder = await shop.cardHolder(main);
  const { customerId } = holder;
  const of = { customerId, name: 'Nodira Karimova', language: null, birthDate: null, tags: [] };
  await shop.asOwner(changeCustomer, { ...of, phone: former });
  await shop.asOwner(changeCustomer, { ...of, phone: main });
  await shop.asOwner(addPhone, { customerId, phone: further, label: 'uy' });
  await shop.asOwner(noteDebt, {
    name: 'Nodira Karimova',
    phone: main,
    amountSom: 30_000,
    since: '2026-11-20',
    dueOn: null,
    note: '',
  } as never);
  await shop.call(openComplaint, {
    intentionId: shop.newId(),
    saleId: null,
    lineNumber: null,
    productId: null,
    sellerId: null,
    customerId: null,
    topic: 'quality',
    words: 'Choy nam ekan',
    reach: 'kechqurun 93 555-66-77',
    channel: 'phone',
  });
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(holder.card);
  const { saleId } = await shop.payAll();
  await shop.cashier.put('b');
  await shop.cashier.scan(holder.card);
  const all = {
    intentionId: shop.newId(),
    customerId,
    saleId,
    limit: 50,
    language: 'uz',
    rule: { match: 'all', conditions: [] },
  };
  const { customerId: _, ...ofNobody } = all;
  const asked = [main, '4567', 'Nodira'].map((text) => ({ ...all, text, search: text, code: text }));
  const hints = [...asked, ofNobody];
  return { shop, customerId, hints };
}

describe('a cashier', () => {
  test('reads no phone of a customer whole in any answer, however it is written', async () => {
    const answers = await answersAt(await fill(), 'test window');
    // The question itself comes back where nobody has the phone; here everybody who is asked for is known.
    for (const phone of phones) {
      for (const written of waysToWrite(phone)) expect(telling(answers, written), written).toEqual([]);
    }
    const masked = telling(answers, phoneMask(main));
    for (const verb of ['customer.find', 'customer.list', 'customer.get', 'sale.basket', 'credit.debtors']) {
      expect(masked).toContain(verb);
    }
    expect(telling(answers, phoneMask(further))).toContain('customer.about');
    expect(telling(answers, 'kechqurun +998 •• ••• 66 77')).toContain('service.complaints');
  });

  test('finds a customer by the whole phone and by its last four digits', async () => {
    const filled = await fill();
    const client = clientAt(filled, 'test window');
    for (const text of ['90 123 45 67', '4567', '93 555 66 77']) {
      const found = (await client.customer?.find?.({ text })) as { customers: { id: string }[] };
      expect(found.customers.map(({ id }) => id)).toContain(filled.customerId);
    }
  });

  test('is told a phone that nobody has as it was typed, so that the customer can be made', async () => {
    const client = clientAt(await fill(), 'test window');
    const found = (await client.customer?.find?.({ text: '90 000 11 22' })) as { newPhone: string };
    expect(found.newPhone).toBe('+998900001122');
  });
});

test('the owner reads the phone whole wherever a cashier reads its end', async () => {
  const filled = await fill();
  filled.shop.workAs(filled.shop.ownerId, 'office');
  const answers = await answersAt(filled, 'office');
  const whole = telling(answers, main);
  for (const verb of [
    'customer.find',
    'customer.list',
    'customer.get',
    'credit.debtors',
    'report.customerProfile',
  ]) {
    expect(whole).toContain(verb);
  }
  expect(telling(answers, '•')).toEqual([]);
});

test('a senior who may not see phones reads none either, and writes no mask over one', async () => {
  const filled = await fill();
  const { shop, customerId } = filled;
  await shop.asOwner(setPermission, { action: 'customer.seePhones', role: 'senior', isAllowed: false });
  await shop.db.updateTable('person').set({ role: 'senior' }).where('id', '=', shop.cashierId).execute();
  shop.workAs(shop.cashierId, 'senior');
  const answers = await answersAt(filled, 'senior');
  for (const phone of phones) {
    for (const written of waysToWrite(phone)) expect(telling(answers, written), written).toEqual([]);
  }
  const masked = telling(answers, phoneMask(main));
  expect(masked).toEqual(expect.arrayContaining(['customer.list', 'report.bonusBalances']));

  const of = { customerId, name: 'Nodira', language: null, birthDate: null, tags: [] };
  const intention = () => ({ intentionId: shop.newId(), ...of });
  const client = clientAt(filled, 'senior');
  await expect(client.customer?.change?.({ ...intention(), phone: phoneMask(main) })).rejects.toThrow();
  await client.customer?.change?.({ ...intention(), phone: null });
  const row = shop.db.selectFrom('customer').select(['name', 'phone']).where('id', '=', customerId);
  expect(await row.executeTakeFirstOrThrow()).toEqual({ name: 'Nodira', phone: main });
});
