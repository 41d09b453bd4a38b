/** The first minutes: the language, then the demo shop or a shop of one's own, and the owner's recovery code. */
import { Button, Center, Group, Paper, Stack, Title, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconBuildingStore, IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { demoShop } from '../../shared/shop/demo.ts';
import { defaultSettings } from '../../shared/shop/settings.ts';
import { languages } from '../../shared/text.ts';
import { learnStatus } from '../receipt/learnStatus.ts';
import { DemoProgress } from '../shop/DemoProgress.tsx';
import { RecoveryCode } from '../staff/RecoveryCode.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import type { TillError } from './answer.ts';
import { api } from './api.ts';
import styles from './FirstStart.module.css';
import { FirstStartWizard } from './FirstStartWizard.tsx';
import { chooseLanguage, languageNames, useLanguage } from './language.ts';
import { useTill } from './useTill.ts';

export interface FirstStartProps {
  /** True from the moment the shop is being made until its owner stands inside. */
  onHold: (isHeld: boolean) => void;
  onEntered: (page: '/' | '/today') => void;
}

interface Started {
  readonly code: string;
  readonly personId: string;
  readonly password: string;
  readonly shopName: string;
}

type Stage =
  | { readonly kind: 'language' | 'choice' | 'wizard' | 'demo' }
  | { readonly kind: 'code'; readonly started: Started };

export function FirstStart({ onHold, onEntered }: FirstStartProps) {
  const [stage, setStage] = useState<Stage>({ kind: 'language' });
  const [error, setError] = useState<TillError | null>(null);
  const language = useLanguage();
  // A demo that was left leaves its settings behind.
  const settings = useTill(api.shop.settings, {}).data ?? defaultSettings;

  async function openDemo() {
    setError(null);
    setStage({ kind: 'demo' });
    onHold(true);
    const opened = await api.shop.openDemo({ language });
    if (opened.ok) await logInOwner(demoShop.ownerPassword);
    else setError(opened.error);
    onHold(false);
    if (opened.ok) onEntered('/today');
    else setStage({ kind: 'choice' });
  }

  async function enter({ personId, password }: Started) {
    await api.staff.logIn({ personId, secret: password });
    void learnFirstPrinter();
    onHold(false);
    onEntered('/');
  }

  switch (stage.kind) {
    case 'language':
      return <LanguageChoice onChosen={() => setStage({ kind: 'choice' })} />;
    case 'choice':
      return (
        <ShopChoice
          error={error}
          onDemo={() => void openDemo()}
          onOwn={() => setStage({ kind: 'wizard' })}
          onBack={() => setStage({ kind: 'language' })}
        />
      );
    case 'demo':
      return <DemoProgress />;
    case 'wizard':
      return (
        <FirstStartWizard
          settings={settings}
          onSending={() => onHold(true)}
          onStarted={(started) => setStage({ kind: 'code', started })}
          onLeave={() => {
            onHold(false);
            setStage({ kind: 'choice' });
          }}
        />
      );
    default:
      return (
        <Center mih="100%" p="xl">
          <Paper w={720} p={32}>
            <RecoveryCode
              code={stage.started.code}
              shopName={stage.started.shopName}
              onDone={() => void enter(stage.started)}
            />
          </Paper>
        </Center>
      );
  }
}

/** Nobody could ask the printer before somebody stood inside; one that is off now is asked by its set-up slip. */
async function learnFirstPrinter(): Promise<void> {
  const answer = await api.receipt.printers({});
  const [printer] = answer.ok ? answer.data.printers : [];
  if (printer !== undefined) await learnStatus(printer);
}

async function logInOwner(password: string): Promise<void> {
  const answer = await api.staff.people({});
  const owner = answer.ok ? answer.data.people.find((person) => person.role === 'owner') : undefined;
  if (owner !== undefined) await api.staff.logIn({ personId: owner.id, secret: password });
}

function LanguageChoice({ onChosen }: { onChosen: () => void }) {
  return (
    <Center mih="100%" p="xl">
      <Stack align="center" gap="xl">
        <Title order={1} fz={40}>
          Daftar
        </Title>
        <Group gap="lg">
          {languages.map((language) => (
            <UnstyledButton
              key={language}
              lang={language}
              autoFocus={language === languages[0]}
              className={styles.language}
              onClick={() => void chooseLanguage(language).then(onChosen)}
            >
              {languageNames[language]}
            </UnstyledButton>
          ))}
        </Group>
      </Stack>
    </Center>
  );
}

interface ShopChoiceProps {
  error: TillError | null;
  onDemo: () => void;
  onOwn: () => void;
  onBack: () => void;
}

function ShopChoice({ error, onDemo, onOwn, onBack }: ShopChoiceProps) {
  const { t } = useTranslation();
  return (
    <Center mih="100%" p="xl">
      <Stack gap="xl" className={styles.choice}>
        <Stack gap="sm">
          <Title order={1}>{t('shop.choiceTitle')}</Title>
          <div className="muted">{t('shop.choiceHint')}</div>
        </Stack>
        <ErrorAnswer error={error} />
        <div className={styles.cards}>
          <UnstyledButton className={styles.card} onClick={onDemo}>
            <IconSparkles size={40} aria-hidden="true" />
            <span className={styles.cardTitle}>{t('shop.openDemo')}</span>
            <span className="muted">{t('shop.openDemoHint')}</span>
          </UnstyledButton>
          <UnstyledButton className={styles.card} onClick={onOwn}>
            <IconBuildingStore size={40} aria-hidden="true" />
            <span className={styles.cardTitle}>{t('shop.startOwn')}</span>
            <span className="muted">{t('shop.startOwnHint')}</span>
          </UnstyledButton>
        </div>
        <div>
          <Button
            variant="subtle"
            leftSection={<IconArrowLeft size={20} aria-hidden="true" />}
            onClick={onBack}
          >
            {t('common.language')}
          </Button>
        </div>
      </Stack>
    </Center>
  );
}
