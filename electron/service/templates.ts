/** The verbs service.templates, saveTemplate and removeTemplate: answers that are written once and sent often. */
import { Refusal } from '../../shared/errors.ts';
import { serviceContract } from '../../shared/service/contract.ts';
import { type LocalText, withoutEmpty } from '../../shared/text.ts';
import { documentOf } from '../document.ts';
import { readingVerb, writingVerb } from '../verb.ts';

export const templates = readingVerb(serviceContract.templates, async ({ db }) => {
  const rows = await db
    .selectFrom('answer_template')
    .select(['id', 'name_json', 'words_json'])
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return {
    templates: rows.map((row) => ({
      templateId: row.id,
      name: JSON.parse(row.name_json) as LocalText,
      words: JSON.parse(row.words_json) as LocalText,
    })),
  };
});

export const saveTemplate = writingVerb(serviceContract.saveTemplate, async (scope, input) => {
  const values = {
    name_json: JSON.stringify(withoutEmpty(input.name)),
    words_json: JSON.stringify(withoutEmpty(input.words)),
    changed_at: scope.now,
  };
  const templateId = input.templateId ?? scope.newId();
  if (input.templateId === null) {
    await scope.trx
      .insertInto('answer_template')
      .values({ id: templateId, ...values, created_at: scope.now, removed_at: null })
      .execute();
  } else {
    const changed = await scope.trx
      .updateTable('answer_template')
      .set(values)
      .where('id', '=', templateId)
      .where('removed_at', 'is', null)
      .returning('id')
      .execute();
    if (changed.length === 0) throw new Refusal('NotFound', { what: 'template' });
  }
  await scope.follow(documentOf(scope, 'answerTemplateSaved', { templateId }));
  scope.changed('service');
  return { templateId };
});

export const removeTemplate = writingVerb(serviceContract.removeTemplate, async (scope, { templateId }) => {
  const removed = await scope.trx
    .updateTable('answer_template')
    .set({ removed_at: scope.now })
    .where('id', '=', templateId)
    .where('removed_at', 'is', null)
    .returning('id')
    .execute();
  if (removed.length === 0) throw new Refusal('NotFound', { what: 'template' });
  await scope.follow(documentOf(scope, 'answerTemplateRemoved', { templateId }));
  scope.changed('service');
  return {};
});
