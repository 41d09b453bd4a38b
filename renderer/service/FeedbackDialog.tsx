/** What a customer says after the purchase: a figure, a reason in one tap, and the question of the day. */
import { Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { playSound } from '../app/sounds.ts';
import { useScanner } from '../app/useScanner.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { ComplaintForm } from './ComplaintForm.tsx';
import type { ComplaintStart } from './complaintStart.ts';
import { FeedbackForm } from './FeedbackForm.tsx';

export interface FeedbackDialogProps {
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly saleId: string | null;
  readonly onClose: () => void;
}

export function FeedbackDialog({ customer, saleId, onClose }: FeedbackDialogProps) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.shop.settings, {});
  const [complaint, setComplaint] = useState<ComplaintStart | null>(null);
  // A scan here is meant for the next sale, which waits until the customer has answered.
  useScanner(() => playSound('notFound'), complaint === null);
  const done = () => {
    notifications.show({ message: t('service.feedback.noted'), color: 'green' });
    onClose();
  };
  const isComplaint = complaint !== null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={isComplaint ? t('service.complaint.new') : t('service.feedback.title')}
      size={760}
      yOffset={32}
    >
      <ErrorAnswer error={error} />
      {complaint !== null && <ComplaintForm start={complaint} onClose={onClose} />}
      {complaint === null && data !== undefined && (
        <FeedbackForm
          kind={data.feedbackKind}
          customer={customer}
          saleId={saleId}
          onDone={done}
          onComplaint={setComplaint}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}
