/** Answers that are written once and sent often: the places in them that are filled in for each customer. */

export const templateVariables = ['name', 'shop', 'day'] as const;
export type TemplateVariable = (typeof templateVariables)[number];

/** Empty where it is not known. */
export type TemplateValues = Readonly<Record<TemplateVariable, string>>;

/**
 * The words of a template for one customer. What is not known stays as it is, so that whoever answers sees the gap.
 *
 * | words                         | name  | day    | filled                     |
 * |-------------------------------|-------|--------|----------------------------|
 * | Hello {name}, on {day}        | Anvar | 25 Nov | Hello Anvar, on 25 Nov     |
 * | Hello {name}, on {day}        | Anvar |        | Hello Anvar, on {day}      |
 * | {shop} · {SHOP} · {price}     |       |        | Daftar · {SHOP} · {price}  |
 */
export function fillTemplate(words: string, values: TemplateValues): string {
  return words.replace(/\{(name|shop|day)\}/g, (whole, variable: TemplateVariable) =>
    values[variable] === '' ? whole : values[variable],
  );
}

/** The places that are still to be filled, each once, in the order of `templateVariables`. */
export function gapsIn(words: string): readonly TemplateVariable[] {
  return templateVariables.filter((variable) => words.includes(`{${variable}}`));
}
