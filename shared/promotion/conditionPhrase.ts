/** Conditions in words of one language, with and, or and not between them. */
import type { Condition, PlainCondition } from './condition.ts';
import { type ConditionSight, conditionWordTable } from './conditionWordTable.ts';
import type { Scope } from './scope.ts';
import type { Speaker } from './speaker.ts';

const words: Readonly<Record<string, (condition: never, sight: ConditionSight) => string>> =
  conditionWordTable;

/** One condition at any depth; `ownScope` is what a threshold counts that names no goods. */
export function conditionPhrase(condition: Condition, ownScope: Scope, speaker: Speaker): string {
  return phrase(condition, { speaker, ownScope, isNot: false }, false);
}

/**
 * "Not" goes down to the single conditions, whose opposites have words of their own: not (A or B) is "not A and not B",
 * as every language says it. What is joined inside something joined stands in brackets.
 */
function phrase(condition: Condition, sight: ConditionSight, isInside: boolean): string {
  switch (condition.kind) {
    case 'not':
      return phrase(condition.condition, { ...sight, isNot: !sight.isNot }, isInside);
    case 'all':
    case 'any': {
      const isEach = (condition.kind === 'all') !== sight.isNot;
      const parts = condition.conditions.map((each) => phrase(each, sight, condition.conditions.length > 1));
      const joined = isEach ? sight.speaker.both(parts) : sight.speaker.either(parts);
      return isInside && parts.length > 1 ? `(${joined})` : joined;
    }
    default:
      return words[condition.kind]?.(condition as never, sight) ?? condition.kind;
  }
}

/** Days before hours before everything else, as people say it. */
const places: Partial<Record<PlainCondition['kind'], number>> = { dates: 0, onDay: 0, weekdays: 1, hours: 2 };

function placeOf(condition: Condition): number {
  return condition.kind in places ? (places[condition.kind as PlainCondition['kind']] ?? 3) : 3;
}

/** All conditions of a rule as parts of its sentence: "every Tuesday 14:00–18:00", "from 50 000 soʻm". */
export function conditionPhrases(
  conditions: readonly Condition[],
  ownScope: Scope,
  speaker: Speaker,
): readonly string[] {
  const flat = conditions.flatMap((each) => (each.kind === 'all' ? each.conditions : [each]));
  const sorted = [...flat].sort((a, b) => placeOf(a) - placeOf(b));
  const parts: string[] = [];
  for (const [at, condition] of sorted.entries()) {
    const part = conditionPhrase(condition, ownScope, speaker);
    const goesOn = condition.kind === 'hours' && sorted[at - 1]?.kind === 'weekdays';
    if (goesOn) parts.push(`${parts.pop() ?? ''} ${part}`);
    else if (part !== '') parts.push(part);
  }
  return parts;
}
