/** After printing: whether the tags came out and hang on the shelf, so that they are not due any more. */
import { Alert, Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../shared/report/labelContract.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';

/** The till notes so many at once. */
const atOnce = 500;

export function HangTags({ tags, onHung }: { tags: readonly Label[]; onHung: () => void }) {
  const { t } = useTranslation();
  const note = useIntention(api.catalogue.tagsPrinted);
  const hang = async () => {
    for (let from = 0; from < tags.length; from += atOnce) {
      const part = tags.slice(from, from + atOnce);
      const answer = await note.send({
        tags: part.map(({ productId, priceSom, oldPriceSom }) => ({ productId, priceSom, oldPriceSom })),
      });
      if (!answer.ok) return;
    }
    notifications.show({ message: t('report.tags.hung', { count: tags.length }), color: 'green' });
    onHung();
  };
  return (
    <Alert color="teal" variant="light" icon={<IconPrinter aria-hidden="true" />}>
      <Group justify="space-between">
        <span>{t('report.tags.question', { count: tags.length })}</span>
        <Group gap="sm">
          <Button variant="default" onClick={onHung}>
            {t('report.tags.notYet')}
          </Button>
          <Button loading={note.isSending} onClick={() => void hang()}>
            {t('report.tags.hang')}
          </Button>
        </Group>
      </Group>
      <ErrorAnswer error={note.error} />
    </Alert>
  );
}
