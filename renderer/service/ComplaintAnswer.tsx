/** What a person told the customer, begun from a template; writing it down stops the clock. */
import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormat } from '../../shared/format.ts';
import type { Complaint } from '../../shared/service/complaintContract.ts';
import type { Channel } from '../../shared/service/contact.ts';
import { fillTemplate, gapsIn } from '../../shared/service/template.ts';
import { type Language, type LocalText, languages, textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { languageNames, useLanguage } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { Section } from '../ui/Section.tsx';
import { ChannelSelect } from './ChannelSelect.tsx';

export interface ComplaintAnswerProps {
  readonly complaint: Complaint;
  /** Where the words are typed, for the key that leads there. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Fills the places of a template; a customer who has no name but the end of a phone is not called by it. */
function useFilled({ customer, promisedOn }: Complaint): (words: LocalText, language: Language) => string {
  const { shop } = useSession();
  return (words, language) =>
    fillTemplate(textIn(words, language), {
      name: customer === null || customer.name.startsWith('…') ? '' : customer.name,
      shop: shop.name,
      day: promisedOn === null ? '' : createFormat(language).longDay(promisedOn),
    });
}

export function ComplaintAnswer({ complaint, field }: ComplaintAnswerProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [channel, setChannel] = useState<Channel>(complaint.channel);
  const [isTried, setTried] = useState(false);
  const answer = useIntention(api.service.answerComplaint);
  const gaps = gapsIn(words);
  const send = async () => {
    setTried(true);
    if (words.trim() === '' || gaps.length > 0) return field.current?.focus();
    const { complaintId } = complaint;
    const answered = await answer.send({ complaintId, channel, words: words.trim() });
    if (!answered.ok) return;
    notifications.show({ message: t('service.answer.noted'), color: 'green' });
    setWords('');
    setTried(false);
  };
  const hear = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    void send();
  };
  return (
    <Section title={t('service.answer.title')}>
      <Stack gap="md">
        <TemplatePicker complaint={complaint} onWords={setWords} />
        <Textarea
          ref={field}
          label={t('service.answer.words')}
          description={t('service.answer.hint')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={1000}
          value={words}
          error={isTried && words.trim() === '' ? t('ui.field.required') : undefined}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={hear}
        />
        {gaps.length > 0 && (
          <Text role="alert" c={isTried ? 'red' : undefined}>
            {t('service.answer.gaps', { gaps: gaps.map((gap) => `{${gap}}`).join(', ') })}
          </Text>
        )}
        <ErrorAnswer error={answer.error} />
        <Group justify="space-between" align="flex-end" gap="sm">
          <ChannelSelect label={t('service.channel.by')} value={channel} onChange={setChannel} />
          <Button loading={answer.isSending} onClick={() => void send()}>
            {t('service.answer.send')}&ensp;
            <KeyCap binding="Control+Enter" isOnColour />
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

interface TemplatePickerProps {
  readonly complaint: Complaint;
  readonly onWords: (words: string) => void;
}

/** Choosing one begins the answer anew; the words are changed by hand after that. */
function TemplatePicker({ complaint, onWords }: TemplatePickerProps) {
  const { t } = useTranslation();
  const own = useLanguage();
  const filled = useFilled(complaint);
  const [chosenId, setChosen] = useState<string | null>(null);
  const [language, setLanguage] = useState<Language>(own);
  const templates = useTill(api.service.templates, {}).data?.templates ?? [];
  const chosen = templates.find(({ templateId }) => templateId === chosenId);
  const written = languages.filter((each) => (chosen?.words[each] ?? '') !== '');
  if (templates.length === 0) return null;
  const take = (templateId: string | null, as: Language) => {
    const template = templates.find((each) => each.templateId === templateId);
    setChosen(templateId);
    setLanguage(as);
    if (template !== undefined) onWords(filled(template.words, as));
  };
  return (
    <Group gap="md" align="flex-end">
      <Select
        label={t('service.answer.template')}
        placeholder={t('ui.notChosen')}
        style={{ flex: 1, minWidth: 220 }}
        data={templates.map(({ templateId, name }) => ({ value: templateId, label: textIn(name, own) }))}
        value={chosenId}
        onChange={(templateId) => take(templateId, language)}
      />
      {written.length > 1 && (
        <SegmentedControl
          aria-label={t('common.language')}
          data={written.map((each) => ({ value: each, label: languageNames[each] }))}
          value={written.includes(language) ? language : (written[0] ?? own)}
          onChange={(as) => take(chosenId, as)}
        />
      )}
    </Group>
  );
}
