/** The journal's chain: one text for one content, and every kind of tampering by its name. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  documentText,
  firstFault,
  firstLink,
  linkText,
} from '../../../shared/journal/chain.ts';
import { formerCustomerOf, type JsonValue, type TillDocument } from '../../../shared/journal/document.ts';
import { som } from '../../../shared/money.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Anything a document may hold: text of any script, whole numbers, lists and objects of these. */
const { content } = fc.letrec<{ content: JsonValue }>((tie) => ({
  content: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('content'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('content'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const shuffled = (value: JsonValue): JsonValue => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, each]) => [key, shuffled(each)]));
};

describe('the canonical text', () => {
  it('sorts keys, has no spaces and writes what JSON writes', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'oʻ"\n' }], a: -0 })).toBe(
      '{"a":0,"b":[1,{"c":"oʻ\\"\\n","d":null}]}',
    );
  });

  it('loses nothing: it reads back as the very content', () => {
    fc.assert(
      fc.property(content, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  it('is the same however the keys were put in', () => {
    fc.assert(
      fc.property(content, (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('is another for another content', () => {
    fc.assert(
      fc.property(content, content, (one, other) => {
        const isSame = isDeepStrictEqual(one, other);
        expect(canonicalJson(one) === canonicalJson(other)).toBe(isSame);
      }),
    );
  });

  it('has no way to write a fraction or a nonsense number', () => {
    for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => canonicalJson({ sum: [wrong] })).toThrow(RangeError);
    }
  });
});

const sale: TillDocument = {
  kind: 'sale',
  id: 'sale-1',
  tillId: 'till-1',
  personId: 'person-1',
  approverId: null,
  businessDay: businessDay('2026-11-22'),
  at: '2026-11-22T06:00:00.000Z' as Instant,
  customerId: 'customer-1',
  paidSom: som(54_780),
  content: { tenders: [{ kind: 'cash', amountSom: 54_780 }] },
};

it('a document is kept whole: who, when, for whom and all its amounts', () => {
  expect(documentText(sale)).toBe(
    '{"approver":null,"at":"2026-11-22T06:00:00.000Z","businessDay":"2026-11-22",' +
      '"content":{"tenders":[{"amountSom":54780,"kind":"cash"}]},"customer":"customer-1","id":"sale-1",' +
      '"kind":"sale","paidSom":54780,"person":"person-1","till":"till-1"}',
  );
});

function chainOf(contents: readonly string[]) {
  let previousHash = firstLink;
  return contents.map((contentText, index) => {
    const sequence = index + 1;
    const link = {
      sequence,
      previousHash,
      contentText,
      hash: sha256(linkText(sequence, previousHash, contentText)),
    };
    previousHash = link.hash;
    return link;
  });
}

const chain = chainOf(['{"sum":1}', '{"sum":2}', '{"sum":3}', '{"sum":4}']);
type Link = (typeof chain)[number];
const faultAfter = (tamper: (links: Link[]) => unknown) => {
  const links = chain.map((link) => ({ ...link }));
  tamper(links);
  return firstFault(links, sha256);
};

describe('the chain', () => {
  it('is whole as it was written, and when nothing was written yet', () => {
    expect(firstFault(chain, sha256)).toBeNull();
    expect(firstFault([], sha256)).toBeNull();
  });

  it('tells an amount that was changed', () => {
    expect(faultAfter((links) => Object.assign(links[1] ?? {}, { contentText: '{"sum":9}' }))).toEqual({
      sequence: 2,
      fault: 'altered',
    });
  });

  it('tells an amount that was changed together with its own hash, by the link after it', () => {
    const forged = faultAfter((links) => {
      const link = links[1] as Link;
      const contentText = '{"sum":9}';
      const hash = sha256(linkText(2, link.previousHash, contentText));
      links[1] = { ...link, contentText, hash };
    });
    expect(forged).toEqual({ sequence: 3, fault: 'broken' });
  });

  it('tells a document that was taken out', () => {
    expect(faultAfter((links) => links.splice(1, 1))).toEqual({ sequence: 2, fault: 'order' });
  });

  it('tells a document that was taken out where the rest was numbered anew', () => {
    const renumbered = faultAfter((links) => {
      links.splice(1, 1);
      for (const [index, link] of links.entries()) links[index] = { ...link, sequence: index + 1 };
    });
    expect(renumbered).toEqual({ sequence: 2, fault: 'broken' });
  });

  it('tells documents that changed places, and one that was put in', () => {
    expect(faultAfter((links) => links.splice(1, 2, links[2] as Link, links[1] as Link))).toEqual({
      sequence: 2,
      fault: 'order',
    });
    const [, second] = chain;
    expect(faultAfter((links) => links.splice(2, 0, second as Link))).toEqual({
      sequence: 3,
      fault: 'order',
    });
  });

  it('tells a beginning that was cut off', () => {
    expect(faultAfter((links) => links.shift())).toEqual({ sequence: 1, fault: 'order' });
  });

  it('finds every single change of one character anywhere', () => {
    const place = fc.record({ link: fc.nat(3), character: fc.nat(8), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(place, ({ link, character, by }) => {
        const fault = faultAfter((links) => {
          const { contentText } = links[link] as Link;
          const code = contentText.charCodeAt(character) + by;
          const text =
            contentText.slice(0, character) + String.fromCharCode(code) + contentText.slice(character + 1);
          links[link] = { ...(links[link] as Link), contentText: text };
        });
        expect(fault).toEqual({ sequence: link + 1, fault: 'altered' });
      }),
    );
  });
});

describe('the customer a card stood for before', () => {
  const changed = (value: JsonValue) => formerCustomerOf({ kind: 'customerChanged', content: value });

  it('is told by the document of a joined card only', () => {
    expect(changed({ fromCustomerId: 'customer-2' })).toBe('customer-2');
    const others: JsonValue[] = [{ fromCustomerId: null }, { changed: ['name'] }, null, 'text', [1]];
    for (const none of others) {
      expect(changed(none)).toBeNull();
    }
    expect(formerCustomerOf({ kind: 'sale', content: { fromCustomerId: 'customer-2' } })).toBeNull();
  });
});
