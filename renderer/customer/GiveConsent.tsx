/** Notes what a customer agreed to: the words to read out, a tick for each thing, and whether it was said or signed. */
import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ConsentSubject, consentSubjects } from '../../shared/customer/consent.ts';
import { type ConsentState, isAllowed } from '../../shared/customer/consentState.ts';
import type { Customer } from '../../shared/customer/contract.ts';
import { type Language, languages } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';

interface GiveConsentProps {
  readonly customer: Pick<Customer, 'id' | 'language'>;
  readonly now: ConsentState;
  readonly onClose: () => void;
}

const ways = ['spoken', 'paper'] as const;

export function GiveConsent({ customer, now, onClose }: GiveConsentProps) {
  const { t } = useTranslation();
  const screenLanguage = useLanguage();
  const [language, setLanguage] = useState<Language>(customer.language ?? screenLanguage);
  const [how, setHow] = useState<(typeof ways)[number]>('spoken');
  const [ticked, setTicked] = useState<readonly ConsentSubject[]>([]);
  const wording = useTill(api.customer.consentWording, { language }, { keepsLast: true });
  const give = useIntention(api.customer.giveConsent);
  const version = wording.data?.version;
  const send = async () => {
    if (version === undefined) return;
    const told = { wordingVersion: version, wordingLanguage: language };
    const answer = await give.send({ customerId: customer.id, subjects: [...ticked], how, ...told });
    if (answer.ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} size={760} title={t('customer.consent.giveTitle')}>
      <Stack gap="md">
        <Group justify="space-between">
          <Text fw={600}>{t('customer.consentRead')}</Text>
          <SegmentedControl
            aria-label={t('customer.consent.wordingIn')}
            data={languages.map((each) => ({ value: each, label: each.toUpperCase() }))}
            value={language}
            onChange={(value) => setLanguage(value as Language)}
          />
        </Group>
        <div lang={language}>
          <Text mb="xs">{wording.data?.profile}</Text>
          <Text>{wording.data?.messages}</Text>
        </div>
        <Subjects now={now} ticked={ticked} onChange={setTicked} />
        <Group>
          <Text fw={600}>{t('customer.consent.saidHow')}</Text>
          <SegmentedControl
            aria-label={t('customer.consent.saidHow')}
            data={ways.map((way) => ({ value: way, label: t(`customer.consentHow.${way}`) }))}
            value={how}
            onChange={(value) => setHow(value as (typeof ways)[number])}
          />
        </Group>
        <ErrorAnswer error={give.error ?? wording.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            loading={give.isSending}
            disabled={ticked.length === 0 || version === undefined}
            onClick={() => void send()}
          >
            {t('customer.consent.giveThis')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface SubjectsProps {
  readonly now: ConsentState;
  readonly ticked: readonly ConsentSubject[];
  readonly onChange: (ticked: readonly ConsentSubject[]) => void;
}

/** Nothing is ticked beforehand; messages can be ticked only beside a profile that is kept. */
function Subjects({ now, ticked, onChange }: SubjectsProps) {
  const { t } = useTranslation();
  const keepsProfile = now.profile || ticked.includes('profile');
  const tick = (subject: ConsentSubject, isTicked: boolean) => {
    const rest = ticked.filter((each) => each !== subject);
    if (isTicked) onChange([...rest, subject]);
    else onChange(subject === 'profile' && !now.profile ? [] : rest);
  };
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" fw={600} mb="xs">
        {t('customer.consent.agreesTo')}
      </Text>
      <Stack gap="sm">
        {consentSubjects.map((subject) => (
          <Checkbox
            key={subject}
            size="md"
            label={
              isAllowed(now, subject)
                ? `${t(`customer.purpose.${subject}`)} (${t('customer.consentStands')})`
                : t(`customer.purpose.${subject}`)
            }
            disabled={subject !== 'profile' && !keepsProfile}
            checked={ticked.includes(subject)}
            onChange={(event) => tick(subject, event.currentTarget.checked)}
          />
        ))}
      </Stack>
    </fieldset>
  );
}
