/** Allergies, sizes, tastes and notes of one customer: read at a glance, noted in two clicks, each with its day and author. */
import { ActionIcon, Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CustomerFact, factKinds } from '../../shared/customer/profileContract.ts';
import { defaultTimeZone, localTimeOf } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './FactList.module.css';

export interface FactListProps {
  readonly customerId: string;
  /** Allergies first. */
  readonly facts: readonly CustomerFact[];
  /** False while nothing may be kept of them: they never agreed. */
  readonly mayAdd: boolean;
}

export function FactList({ customerId, facts, mayAdd }: FactListProps) {
  const { t } = useTranslation();
  const mayNote = useMay('customer.noteFacts') && mayAdd;
  const mayRemove = useMay('customer.change');
  const [isAdding, setAdding] = useState(false);
  const [gone, setGone] = useState<CustomerFact | null>(null);
  return (
    <section aria-label={t('customer.fact.title')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('customer.fact.title')}</h2>
        {mayNote && !isAdding && (
          <Button
            className={styles.add}
            size="compact-md"
            variant="light"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => setAdding(true)}
          >
            {t('customer.fact.add')}
          </Button>
        )}
      </div>
      {isAdding && <AddFact customerId={customerId} onClose={() => setAdding(false)} />}
      {facts.length === 0 && !isAdding && <div className="muted">{t('customer.fact.none')}</div>}
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <Fact key={fact.id} fact={fact} onRemove={mayRemove ? () => setGone(fact) : null} />
        ))}
      </ul>
      {gone !== null && <RemoveFact customerId={customerId} fact={gone} onClose={() => setGone(null)} />}
    </section>
  );
}

function Fact({ fact, onRemove }: { fact: CustomerFact; onRemove: (() => void) | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, words, notedAt, personName } = fact;
  const noted = [format.day(localTimeOf(notedAt, defaultTimeZone).day), personName];
  return (
    <li className={kind === 'allergy' ? styles.allergy : styles.fact}>
      <div className={styles.words}>
        <div>
          {kind === 'allergy' && <IconAlertTriangle size={18} aria-hidden="true" className={styles.mark} />}
          <strong>{t(`customer.fact.kind.${kind}`)}:</strong> {words}
        </div>
        <div className={styles.noted}>{noted.filter((part) => part !== '').join(' · ')}</div>
      </div>
      {onRemove !== null && (
        <ActionIcon aria-label={`${t('common.delete')}: ${words}`} onClick={onRemove}>
          <IconX size={18} aria-hidden="true" />
        </ActionIcon>
      )}
    </li>
  );
}

/** The kind is chosen by one click, the words are typed, Enter notes them. */
function AddFact({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useIntention(api.customer.addFact);
  const [kind, setKind] = useState<CustomerFact['kind']>('allergy');
  const [words, setWords] = useState('');
  const isReady = words.trim() !== '';
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const answer = await add.send({ customerId, kind, words: words.trim() });
    if (answer.ok) onClose();
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="sm" mb="sm">
        <SimpleGrid cols={2} spacing="xs" role="group" aria-label={t('customer.fact.title')}>
          {factKinds.map((each) => (
            <Button
              key={each}
              variant={kind === each ? 'filled' : 'default'}
              aria-pressed={kind === each}
              px="xs"
              onClick={() => setKind(each)}
            >
              {t(`customer.fact.kind.${each}`)}
            </Button>
          ))}
        </SimpleGrid>
        <TextInput
          autoFocus
          aria-label={t('customer.fact.words')}
          placeholder={t(`customer.fact.example.${kind}`)}
          autoComplete="off"
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
        <ErrorAnswer error={add.error} />
        <Group gap="sm" grow>
          <Button variant="default" px="xs" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" px="xs" loading={add.isSending} disabled={!isReady}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface RemoveFactProps {
  readonly customerId: string;
  readonly fact: CustomerFact;
  readonly onClose: () => void;
}

function RemoveFact({ customerId, fact, onClose }: RemoveFactProps) {
  const { t } = useTranslation();
  const remove = useIntention(api.customer.removeFact);
  const confirm = async () => {
    const answer = await remove.send({ customerId, factId: fact.id });
    if (answer.ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('customer.fact.removeTitle')}
      action={t('common.delete')}
      isBusy={remove.isSending}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <div>
        {t(`customer.fact.kind.${fact.kind}`)}: {fact.words}
      </div>
      <div className="muted">{t('customer.fact.removeHint')}</div>
      <ErrorAnswer error={remove.error} />
    </ConfirmDialog>
  );
}
