/** Forms: what is typed is kept as typed, checked with the contract's own schema, and wrong fields say so in words. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';

/** The schema of what a verb takes, so that a form refuses exactly what the till would refuse. */
export function schemaOf<S>(verb: { readonly '~orpc': { readonly inputSchema?: S | undefined } }): S {
  const { inputSchema } = verb['~orpc'];
  if (inputSchema === undefined) throw new Error('this verb takes nothing');
  return inputSchema;
}

/** What is wrong with one field, as a key of the words and what it fills in. */
interface Wrong {
  readonly key: string;
  readonly limit: number;
}

interface AnyIssue {
  readonly code: string;
  readonly input?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
}

/** Nothing typed; words in three languages of which none is filled are nothing too. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isEmpty);
}

/**
 * | issue of the schema                     | words            |
 * |-----------------------------------------|------------------|
 * | nothing was typed                       | fill this in     |
 * | a text longer or shorter than allowed   | at most, at least so many characters |
 * | a number above or below                 | at most, at least |
 * | anything else                           | check this       |
 */
export function wrongOf(issue: AnyIssue, value: unknown): Wrong {
  if (isEmpty(value)) return { key: 'ui.field.required', limit: 0 };
  const { code } = issue;
  if (code === 'too_small' || code === 'too_big') {
    const limit = Number(code === 'too_small' ? issue.minimum : issue.maximum);
    const isText = issue.origin === 'string';
    if (code === 'too_small') return { key: isText ? 'ui.field.tooShort' : 'ui.field.atLeast', limit };
    return { key: isText ? 'ui.field.tooLong' : 'ui.field.atMost', limit };
  }
  return { key: 'ui.field.wrong', limit: 0 };
}

/** The first wrong field may stand above what is in sight. */
function focusFirstWrong(): void {
  document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  let value = values;
  for (const part of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  }
  return value;
}

export interface Form<Values, Output> {
  readonly values: Values;
  readonly set: (patch: Partial<Values>) => void;
  /** Everything anew: another thing is edited. */
  readonly reset: (values: Values) => void;
  /** The words for a field (`name`, `connection.path`), once somebody tried to send the form. */
  readonly errorOf: (field: string) => string | undefined;
  /** The checked values, or null: then the fields say what is wrong. */
  readonly check: () => Output | null;
  /** Whether anything differs from what the form began with. */
  readonly isChanged: boolean;
}

/**
 * A form over a schema. `words` replaces the words of a field whose rule needs its own ("9 or 14 digits"); an empty
 * required field always says that it is empty.
 */
export function useForm<Values extends object, Output>(
  schema: z.ZodType<Output>,
  first: Values,
  words: Readonly<Record<string, string>> = {},
): Form<Values, Output> {
  const { t } = useTranslation();
  const [begun, setBegun] = useState(first);
  const [values, setValues] = useState(first);
  const [isChecked, setChecked] = useState(false);
  const parsed = schema.safeParse(values);
  const errorOf = (field: string) => {
    if (!isChecked || parsed.success) return undefined;
    const issue = parsed.error.issues.find(
      ({ path }) => path.join('.') === field || path.join('.').startsWith(`${field}.`),
    );
    if (issue === undefined) return undefined;
    const value = valueAt(values, issue.path);
    const own = words[field];
    if (own !== undefined && !isEmpty(value)) return own;
    const wrong = wrongOf(issue, value);
    return t(wrong.key, { limit: wrong.limit });
  };
  return {
    values,
    set: (patch) => setValues((before) => ({ ...before, ...patch })),
    reset: (next) => {
      setBegun(next);
      setValues(next);
      setChecked(false);
    },
    errorOf,
    check: () => {
      setChecked(true);
      if (parsed.success) return parsed.data;
      setTimeout(focusFirstWrong);
      return null;
    },
    isChanged: JSON.stringify(begun) !== JSON.stringify(values),
  };
}
