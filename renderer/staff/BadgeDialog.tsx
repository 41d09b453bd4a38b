/** A new badge, shown once: as a barcode to scan from the screen, and to print where no receipt printer did. */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.tsx';
import { CodeImage } from '../ui/CodeImage.tsx';
import { PrintNow } from '../ui/PrintNow.tsx';

export interface GivenBadge {
  readonly code: string;
  readonly isPrinted: boolean;
}

export interface BadgeDialogProps {
  name: string;
  badge: GivenBadge;
  onClose: () => void;
}

export function BadgeDialog({ name, badge, onClose }: BadgeDialogProps) {
  const { t } = useTranslation();
  const { shop } = useSession();
  const [isPrinting, setPrinting] = useState(false);
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={t('staff.badge.of', { name })}
      size={480}
    >
      <Stack gap="lg">
        <CodeImage kind="code128" data={badge.code} caption={badge.code} />
        <Alert color="amber">{t('staff.badge.once')}</Alert>
        <Text className="muted">{t(badge.isPrinted ? 'staff.badge.printed' : 'staff.badge.notPrinted')}</Text>
        <Group justify="flex-end">
          <Button
            variant="default"
            leftSection={<IconPrinter size={20} aria-hidden="true" />}
            onClick={() => setPrinting(true)}
          >
            {t('common.print')}
          </Button>
          <Button onClick={onClose}>{t('common.done')}</Button>
        </Group>
      </Stack>
      {isPrinting && (
        <PrintNow onDone={() => setPrinting(false)}>
          <div style={{ width: '70mm', padding: '4mm', border: '1px dashed', textAlign: 'center' }}>
            <p>{shop.name}</p>
            <h1>{name}</h1>
            <CodeImage kind="code128" data={badge.code} caption={badge.code} />
          </div>
        </PrintNow>
      )}
    </Modal>
  );
}
