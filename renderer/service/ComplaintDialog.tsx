/** A complaint in a few keys: the receipt under the scanner, the line, the topic by its figure, three words, Enter. */
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ComplaintForm } from './ComplaintForm.tsx';
import type { ComplaintStart } from './complaintStart.ts';

export interface ComplaintDialogProps {
  readonly start: ComplaintStart;
  readonly onClose: () => void;
}

export function ComplaintDialog({ start, onClose }: ComplaintDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={t('service.complaint.new')} size={760} yOffset={32}>
      <ComplaintForm start={start} onClose={onClose} />
    </Modal>
  );
}
