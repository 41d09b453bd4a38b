import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../renderer/app/answer.ts';
import { createApi } from '../../../renderer/app/api.ts';
import { type Connection, type Link, TillGone } from '../../../renderer/app/connection.ts';
import { createIntentionKeeper, topicsOf } from '../../../renderer/app/useTill.ts';
import { uuidV7 } from '../../../renderer/app/uuid.ts';

/** A till that does with every call what the test says. */
function connectionTo(call: Link['call'], state: 'open' | 'gone' = 'open'): Connection {
  return {
    state: () => state,
    watch: () => () => undefined,
    link: async () => {
      if (state === 'gone') throw new TillGone();
      return { call };
    },
  };
}

describe('an answer of the till', () => {
  it('is the data of the verb that was asked', async () => {
    const asked: unknown[] = [];
    const api = createApi(() =>
      connectionTo(async (path, input) => {
        asked.push([path, input]);
        return { people: [] };
      }),
    );
    expect(await api.staff.people({})).toEqual({ ok: true, data: { people: [] } });
    expect(asked).toEqual([[['staff', 'people'], {}]]);
  });

  it('is a refusal with its code and data when the contract names it', async () => {
    const api = createApi(() =>
      connectionTo(async () => {
        throw new ORPCError('WrongSecret', { defined: true, data: { triesLeft: 2 } });
      }),
    );
    const answer = await api.staff.logIn({ personId: 'x', secret: '1234' });
    expect(answer).toEqual({ ok: false, error: { code: 'WrongSecret', data: { triesLeft: 2 } } });
  });

  it('names the fields that were wrong', () => {
    const thrown = new ORPCError('BAD_REQUEST', {
      data: { issues: [{ path: ['owner', 'name'], message: 'Too small' }] },
    });
    expect(failureOf(thrown, true)).toEqual({
      code: 'InvalidInput',
      data: { issues: [{ path: ['owner', 'name'], message: 'Too small' }] },
    });
  });

  it('tells a till that is gone from a program that broke', async () => {
    expect(failureOf(new ORPCError('INTERNAL_SERVER_ERROR'), true).code).toBe('Broken');
    expect(failureOf(new TypeError('bug'), true).code).toBe('Broken');
    expect(failureOf(new Error('closed'), false).code).toBe('TillGone');
    const api = createApi(() => connectionTo(async () => ({}), 'gone'));
    expect(await api.shop.status({})).toEqual({ ok: false, error: { code: 'TillGone', data: {} } });
  });

  it('comes from the same verb each time it is named, so that a screen asks once', () => {
    const api = createApi(() => connectionTo(async () => ({})));
    expect(api.sale.basket).toBe(api.sale.basket);
    expect(api.sale.basket.path).toEqual(['sale', 'basket']);
  });
});

describe('an intention', () => {
  const counting = () => {
    let count = 0;
    return createIntentionKeeper(() => `id-${++count}`);
  };

  it('stays the same when nobody knows whether it was carried out', () => {
    const keeper = counting();
    expect(keeper.idFor({ floatSom: 100_000 })).toBe('id-1');
    keeper.answered('TillGone');
    expect(keeper.idFor({ floatSom: 100_000 })).toBe('id-1');
  });

  it('is a new one after any answer', () => {
    const keeper = counting();
    keeper.idFor({ floatSom: 100_000 });
    keeper.answered(null);
    expect(keeper.idFor({ floatSom: 100_000 })).toBe('id-2');
    keeper.answered('ShiftAlreadyOpen');
    expect(keeper.idFor({ floatSom: 100_000 })).toBe('id-3');
  });

  it('is another one when the user means something else', () => {
    const keeper = counting();
    keeper.idFor({ floatSom: 100_000 });
    keeper.answered('TillGone');
    expect(keeper.idFor({ floatSom: 200_000 })).toBe('id-2');
  });

  it('has an id that sorts by time and is a UUID of version 7', () => {
    const random = new Uint8Array([255, 255, 255, 1, 2, 3, 4, 5, 6, 7]);
    const earlier = uuidV7(1_763_798_400_000, random);
    const later = uuidV7(1_763_798_400_001, random);
    expect(earlier).toBe('019aaa93-bc00-7fff-bf01-020304050607');
    expect(earlier < later).toBe(true);
  });
});

describe('what changed', () => {
  it('makes reports and bonus accounts ask again after a sale', () => {
    expect(topicsOf('report')).toContain('sale');
    expect(topicsOf('loyalty')).toContain('sale');
    expect(topicsOf('catalogue')).toEqual(['catalogue']);
  });
});
