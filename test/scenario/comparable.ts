/** The steps of a day without what must differ from day to day: ids, codes, moments, and which shell it was. */
import type { Step } from './firstDay.ts';

/** Names in the order in which they first appear, so that what is the same thing stays the same thing. */
function namer(kind: string): (text: string) => string {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text) ?? `<${kind} ${names.size + 1}>`;
    names.set(text, known);
    return known;
  };
}

const code = '[KRC][2-9A-HJ-NP-Z]';

/** The steps as text that is the same on every transport and every day. */
export function comparable(steps: readonly Step[]): string {
  const id = namer('id');
  const card = namer('card');
  const printed = namer('code');
  return JSON.stringify(steps, withoutPlace, 1)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, id)
    .replace(/\b29\d{11}\b/g, card)
    .replace(new RegExp(`\\b(${code}{4}) (\\S{5})\\b`, 'g'), (_, first, second) => printed(first + second))
    .replace(new RegExp(`\\b${code}{9}\\b`, 'g'), printed)
    .replace(/\b[0-9a-f]{32}\b/g, '<hash>')
    .replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>')
    .replace(/\b\d{4}-\d\d-\d\d\b/g, '<day>')
    .replace(/\b\d\d\.\d\d\.\d{4}( \d\d:\d\d)?/g, '<date>');
}

/** Which shell and which build it was, the recovery code, and the hour of the clock. */
function withoutPlace(key: string, value: unknown): unknown {
  if (key === 'shell' || key === 'build' || key === 'recoveryCode') return `<${key}>`;
  if (key === 'hours' && Array.isArray(value)) {
    return value.reduce((sum: number, hour: { netSom: number }) => sum + hour.netSom, 0);
  }
  return value;
}
