/** Why nobody can bend a draw: the code that was published first, the seed when it is held, and the files to check with. */
import { Button, Group, Paper, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import type { TillError } from '../app/answer.ts';
import { useLanguage } from '../app/language.ts';
import { saveFile } from '../app/saveFile.ts';
import { noteExport } from '../app/saveTable.ts';
import { useSession } from '../app/session.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { pdfFileName } from '../ui/pdfFileName.ts';
import styles from './DrawPage.module.css';
import { allTickets, jsonFile, publishedDraw, ticketTable } from './drawFiles.ts';
import type { Draw } from './drawState.ts';

export function DrawPromise({ draw }: { draw: Draw }) {
  const { t } = useTranslation();
  return (
    <Paper>
      <Stack gap="md">
        <div>
          <h2 className={styles.heading}>{t('loyalty.draws.promise')}</h2>
          <span className="muted">
            {t(draw.seed === null ? 'loyalty.draws.promiseHint' : 'loyalty.draws.promiseKept')}
          </span>
        </div>
        <Code label={t('loyalty.draws.commitment')} code={draw.commitment} />
        {draw.seed !== null && (
          <>
            <Code label={t('loyalty.draws.seed')} code={draw.seed} />
            <HowToCheck draw={draw} />
          </>
        )}
        {draw.tickets > 0 && <Files draw={draw} />}
      </Stack>
    </Paper>
  );
}

function Code({ label, code }: { label: string; code: string }) {
  return (
    <Stack gap="xs">
      <strong>{label}</strong>
      <div className={styles.code}>{code}</div>
      <div>
        <CopyButton text={code} />
      </div>
    </Stack>
  );
}

/** The same steps as on the printed list of winners. */
function HowToCheck({ draw }: { draw: Draw }) {
  const { t } = useTranslation();
  return (
    <div>
      <strong>{t('loyalty.draws.check.title')}</strong>
      <ol className={styles.steps}>
        <li>{t('loyalty.draws.check.promise')}</li>
        <li>{t('loyalty.draws.check.place')}</li>
        <li>{t(draw.isOncePerCustomer ? 'loyalty.draws.check.once' : 'loyalty.draws.check.again')}</li>
        <li>{t('loyalty.draws.check.run')}</li>
      </ol>
    </div>
  );
}

function Files({ draw }: { draw: Draw }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useSession().shop.businessDay;
  const [error, setError] = useState<TillError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const name = textIn(draw.name, language);
  const fileName = (ending: string) =>
    pdfFileName(t('loyalty.draws.fileName'), name, today).replace(/pdf$/, ending);
  const save = async (kind: 'csv' | 'json') => {
    setBusy(true);
    const answer = await allTickets(draw.drawId);
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    const words = {
      number: t('loyalty.draws.ticket'),
      name: t('loyalty.games.customer'),
      holder: t('loyalty.draws.holder'),
      isVoid: t('loyalty.draws.void'),
      yes: t('loyalty.draws.yes'),
    };
    const published = publishedDraw(draw, answer.data);
    if (kind === 'csv') saveFile(fileName(kind), ticketTable(answer.data, words));
    else if (published !== null) saveFile(fileName(kind), jsonFile(published));
    noteExport('drawTickets', answer.data.length);
  };
  return (
    <Stack gap="xs">
      <strong>{t('loyalty.draws.files')}</strong>
      <Group gap="sm">
        <Button
          variant="default"
          loading={isBusy}
          leftSection={<IconDownload size={20} aria-hidden="true" />}
          onClick={() => void save('csv')}
        >
          {t('loyalty.draws.ticketsFile')}
        </Button>
        {draw.seed !== null && (
          <Button
            variant="default"
            loading={isBusy}
            leftSection={<IconDownload size={20} aria-hidden="true" />}
            onClick={() => void save('json')}
          >
            {t('loyalty.draws.checkFile')}
          </Button>
        )}
      </Group>
      <ErrorAnswer error={error} />
    </Stack>
  );
}
