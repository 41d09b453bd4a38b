/** One answer template: its name, its words with the places that are filled in, and how it will read. */
import { Button, Drawer, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormat } from '../../shared/format.ts';
import { serviceContract } from '../../shared/service/contract.ts';
import { fillTemplate } from '../../shared/service/template.ts';
import { languages } from '../../shared/text.ts';
import { addDays } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { languageNames } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { LocalTextField, type TypedText } from '../ui/LocalTextField.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import styles from './service.module.css';

type Answer = Awaited<ReturnType<typeof api.service.templates>>;
export type AnswerTemplate = Extract<Answer, { ok: true }>['data']['templates'][number];

export interface TemplateDrawerProps {
  /** Null: a new one. */
  readonly template: AnswerTemplate | null;
  readonly onClose: () => void;
}

const fields = schemaOf(serviceContract.saveTemplate).pick({ name: true, words: true });

export function TemplateDrawer({ template, onClose }: TemplateDrawerProps) {
  const { t } = useTranslation();
  const form = useForm(fields, { name: template?.name ?? {}, words: template?.words ?? {} });
  const store = useIntention(api.service.saveTemplate);
  const { values, set, errorOf } = form;
  const save = async () => {
    const checked = form.check();
    if (checked === null) return;
    const answer = await store.send({ templateId: template?.templateId ?? null, ...checked });
    if (answer.ok) onClose();
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={t(template === null ? 'service.template.new' : 'service.template.edit')}
    >
      <SaveForm error={store.error} isSending={store.isSending} onSave={save} onCancel={onClose}>
        <LocalTextField
          label={t('common.name')}
          text={values.name}
          error={errorOf('name')}
          onChange={(name) => set({ name })}
        />
        <LocalTextField
          label={t('service.template.words')}
          isLong
          text={values.words}
          error={errorOf('words')}
          onChange={(words) => set({ words })}
        />
        <Text className="muted">{t('service.template.places')}</Text>
        <Preview words={values.words} />
        {template !== null && <RemoveTemplate templateId={template.templateId} onRemoved={onClose} />}
      </SaveForm>
    </Drawer>
  );
}

function RemoveTemplate({ templateId, onRemoved }: { templateId: string; onRemoved: () => void }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const remove = useIntention(api.service.removeTemplate);
  const drop = async () => {
    const answer = await remove.send({ templateId });
    setAsking(false);
    if (answer.ok) onRemoved();
  };
  return (
    <>
      <ErrorAnswer error={remove.error} />
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={20} aria-hidden="true" />}
        onClick={() => setAsking(true)}
      >
        {t('common.delete')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('service.template.removeTitle')}
        action={t('common.delete')}
        isDangerous
        isBusy={remove.isSending}
        onConfirm={() => void drop()}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}

/** How it reads for a customer, in each language that is written. */
function Preview({ words }: { words: TypedText }) {
  const { t } = useTranslation();
  const { shop } = useSession();
  const written = languages.filter((language) => (words[language] ?? '').trim() !== '');
  if (written.length === 0) return null;
  return (
    <Stack gap="xs" aria-label={t('service.template.preview')}>
      <strong>{t('service.template.preview')}</strong>
      {written.map((language) => (
        <div key={language}>
          <span className={styles.small}>{languageNames[language]}</span>
          <p className={styles.stepWords} lang={language}>
            {fillTemplate(words[language] ?? '', {
              name: t('service.template.someName'),
              shop: shop.name,
              day: createFormat(language).longDay(addDays(shop.businessDay, 2)),
            })}
          </p>
        </div>
      ))}
    </Stack>
  );
}
