/** Forms whose fields stand otherwise than the till takes them: checked as the till would, wrong where they were typed. */
import { z } from 'zod';

/**
 * The schema of a draft: `inputOf` writes it as the verb takes it, and what the verb's schema then finds wrong is told of
 * the draft. The draft must have its fields in the same places as the input, so that each fault finds its field.
 */
export function draftSchema<Draft extends object, Output>(
  verbSchema: z.ZodType<Output>,
  inputOf: (draft: Draft) => unknown,
): z.ZodType<Output> {
  return z.custom<Draft>().transform((draft, context): Output => {
    const checked = verbSchema.safeParse(inputOf(draft));
    if (checked.success) return checked.data;
    for (const issue of checked.error.issues) {
      context.issues.push({ ...issue, path: [...issue.path], input: draft } as never);
    }
    return z.NEVER;
  });
}
