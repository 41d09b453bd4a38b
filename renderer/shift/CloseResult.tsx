/** After the end of a shift: whether the drawer and the terminals were right. */
import { Button, Group, Paper, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileText, IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { providerNames } from '../app/providerNames.ts';
import { useMay } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import styles from './Close.module.css';
import type { ClosedShift } from './closeSteps.ts';
import { DifferenceBox } from './DifferenceBox.tsx';

export function CloseResult({ closed }: { closed: ClosedShift }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { differenceSom, expectedSom, terminals } = closed;
  const isExact =
    differenceSom === 0 &&
    terminals.every(({ expectedSom: by, toldSom }) => toldSom === null || by === toldSom);
  return (
    <>
      <PageHeader title={t('shift.closed', { number: closed.number })} />
      <Paper className={styles.step}>
        <Stack gap="lg">
          <DifferenceBox differenceSom={differenceSom} />
          <div>
            {t('shift.resultLine', {
              counted: format.som(expectedSom + differenceSom),
              expected: format.som(expectedSom),
            })}
          </div>
          {terminals.length > 0 && <Terminals terminals={terminals} />}
          {!isExact && <div className="muted">{t('shift.differenceAdvice')}</div>}
          <Group justify="flex-end">
            <Report shiftId={closed.shiftId} />
            <Button autoFocus onClick={() => void navigate({ to: '/' })}>
              {t('common.done')}
            </Button>
          </Group>
        </Stack>
      </Paper>
    </>
  );
}

/** The Z comes out of the printer by itself; whoever may read it reads it here, or prints it once more. */
function Report({ shiftId }: { shiftId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const maySee = useMay('shift.x');
  const print = useIntention(api.shift.printReport);
  if (!maySee) return null;
  const send = async () => {
    const answer = await print.send({ shiftId });
    if (answer.ok) notifications.show({ message: t('shift.report.printing'), color: 'green' });
  };
  return (
    <>
      <ErrorAnswer error={print.error} />
      <Button
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden="true" />}
        loading={print.isSending}
        onClick={() => void send()}
      >
        {t('shift.report.printCopy')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileText size={20} aria-hidden="true" />}
        onClick={() => void navigate({ to: `/shift/history/${shiftId}` })}
      >
        {t('shift.zReport')}
      </Button>
    </>
  );
}

function Terminals({ terminals }: { terminals: ClosedShift['terminals'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className={styles.compared}>
      <thead>
        <tr>
          <th scope="col">{t('shift.report.section.terminals')}</th>
          <th scope="col">{t('shift.report.column.byTill')}</th>
          <th scope="col">{t('shift.report.column.byTerminal')}</th>
          <th scope="col">{t('shift.report.column.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {terminals.map(({ provider, expectedSom, toldSom }) => {
          const differs = toldSom !== null && toldSom !== expectedSom;
          return (
            <tr key={provider}>
              <th scope="row">{providerNames[provider]}</th>
              <td className="figures">{format.number(expectedSom)}</td>
              <td className="figures">{toldSom === null ? '–' : format.number(toldSom)}</td>
              <td className={`figures ${differs ? styles.off : 'muted'}`}>
                {toldSom === null ? '–' : format.signedNumber(toldSom - expectedSom)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
