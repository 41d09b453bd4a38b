/** The proof that the books are whole, at the press of a button: group by group, and the first link that is not. */
import { Alert, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BrokenLink, checkGroups } from '../../shared/report/journalContract.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './VerifyDialog.module.css';

type Proof = Extract<Awaited<ReturnType<typeof api.report.verify>>, { readonly ok: true }>['data'];

export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [proof, setProof] = useState<Proof | null>(null);
  const [error, setError] = useState<TillError | null>(null);
  useEffect(() => {
    let isGone = false;
    void api.report.verify({}).then((answer) => {
      if (isGone) return;
      if (answer.ok) setProof(answer.data);
      else setError(answer.error);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <Modal opened onClose={onClose} title={t('report.journal.verify')} size={760}>
      <Stack gap="md">
        <ErrorAnswer error={error} />
        {proof === null && error === null && (
          <Group gap="md" role="status">
            <Loader size="sm" />
            <Text>{t('report.verify.running')}</Text>
          </Group>
        )}
        {proof !== null && <Proved proof={proof} />}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('common.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Proved({ proof }: { proof: Proof }) {
  const { t } = useTranslation();
  const format = useFormat();
  const wrong = proof.checks.filter((check) => check.wrong > 0);
  return (
    <>
      {proof.firstBroken !== null && <Broken link={proof.firstBroken} />}
      {wrong.length === 0 && proof.firstBroken === null && (
        <Alert color="green" role="status" title={t('report.verify.whole', { count: proof.checks.length })} />
      )}
      <ul className={styles.groups}>
        {checkGroups.map((group) => {
          const own = proof.checks.filter((check) => check.group === group);
          const isWhole = own.every((check) => check.wrong === 0);
          const Picture = isWhole ? IconCircleCheck : IconCircleX;
          return own.length === 0 ? null : (
            <li key={group} className={isWhole ? styles.whole : styles.wrong}>
              <Picture size={22} aria-hidden="true" />
              <span>{t(`report.verify.group.${group}`)}</span>
              <span className="figures">
                {t('report.verify.looked', {
                  checks: own.length,
                  rows: format.number(own.reduce((sum, { count }) => sum + count, 0)),
                })}
              </span>
            </li>
          );
        })}
      </ul>
      {wrong.map((check) => (
        <div key={check.proves} className={styles.fault}>
          <strong>{check.proves}</strong>
          {check.examples.map((example) => (
            <code key={example}>{example}</code>
          ))}
        </div>
      ))}
      <Text size="sm" c="dimmed">
        {t('report.verify.ranAt', { at: format.moment(proof.ranAt) })}
      </Text>
    </>
  );
}

function Broken({ link }: { link: BrokenLink }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = link.kind === null ? '' : t(`report.documentKind.${link.kind}`);
  const receipt = link.receiptNumber === null ? '' : `№${format.number(link.receiptNumber)}`;
  const day = link.businessDay === null ? '' : format.day(link.businessDay);
  return (
    <Alert
      color="red"
      role="alert"
      title={t('report.verify.broken', { number: format.number(link.sequence) })}
    >
      {t(`report.verify.fault.${link.fault}`)}{' '}
      {[kind, receipt, day].filter((part) => part !== '').join(' · ')}
    </Alert>
  );
}
