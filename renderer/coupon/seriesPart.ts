/** What every part of the form of a series takes: the draft's content, how to change it, and what is wrong in it. */
import type { Form } from '../app/form.ts';
import { type CheckedSeries, type DraftContent, fitting, type SeriesDraft } from './seriesDraft.ts';

export interface PartProps {
  readonly content: DraftContent;
  readonly set: (patch: Partial<DraftContent>) => void;
  /** The words for a field of the content. */
  readonly errorOf: (field: string) => string | undefined;
}

export function partOf(form: Form<SeriesDraft, CheckedSeries>): PartProps {
  const { values, errorOf } = form;
  return {
    content: values.content,
    set: (patch) => form.set(fitting({ ...values, content: { ...values.content, ...patch } })),
    errorOf: (field) => errorOf(`content.${field}`),
  };
}
