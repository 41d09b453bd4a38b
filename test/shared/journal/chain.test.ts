/** The journal's chain: any change to the past is found, and where. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  firstFault,
  firstLink,
  type JournalLink,
  linkText,
} from '../../../shared/journal/chain.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

function chainOf(...contents: string[]): JournalLink[] {
  let previousHash = firstLink;
  return contents.map((contentText, index) => {
    const sequence = index + 1;
    const hash = hashOf(linkText(sequence, previousHash, contentText));
    const link = { sequence, previousHash, hash, contentText };
    previousHash = hash;
    return link;
  });
}

describe('the chain', () => {
  const chain = chainOf('{"net":100}', '{"net":200}', '{"net":300}');

  it('is whole as it was written', () => {
    expect(firstFault(chain, hashOf)).toBeNull();
    expect(firstFault([], hashOf)).toBeNull();
  });

  it('shows a changed amount, a missing link and a rewritten past', () => {
    const altered = chain.map((link) => (link.sequence === 2 ? { ...link, contentText: '{"net":1}' } : link));
    expect(firstFault(altered, hashOf)).toEqual({ sequence: 2, fault: 'altered' });
    expect(firstFault(chain.slice(1), hashOf)).toEqual({ sequence: 1, fault: 'order' });
    const rewritten = chainOf('{"net":100}', '{"net":1}');
    expect(firstFault([...rewritten, ...chain.slice(2)], hashOf)).toEqual({ sequence: 3, fault: 'broken' });
  });
});

describe('canonical text', () => {
  it('is the same for the same content, however its keys were ordered', () => {
    expect(canonicalJson({ b: [1, 'x', null], a: { d: true, c: -5 } })).toBe(
      '{"a":{"c":-5,"d":true},"b":[1,"x",null]}',
    );
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
    expect(canonicalJson(-0)).toBe('0');
  });

  it('knows no fractions', () => {
    expect(() => canonicalJson({ price: 0.1 })).toThrow(RangeError);
  });
});
