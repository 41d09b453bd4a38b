/** Which dialog of the service room each question of the sell screen opens. */
import type { ReactNode } from 'react';
import type { AroundQuestion } from '../sale/Dialogs.tsx';
import type { ServiceQuestion } from '../sale/selling.ts';
import { ComplaintDialog } from '../service/ComplaintDialog.tsx';
import { emptyStart } from '../service/complaintStart.ts';
import { FeedbackDialog } from '../service/FeedbackDialog.tsx';
import { OrderDialog } from '../service/OrderDialog.tsx';
import { WishDialog } from '../service/WishDialog.tsx';

export function askForService(question: ServiceQuestion, around: AroundQuestion): ReactNode {
  switch (question) {
    case 'complaint':
      return (
        <ComplaintDialog
          start={{ ...emptyStart, customer: around.customer, saleId: around.saleId }}
          onClose={around.onClose}
        />
      );
    case 'wish':
      return <WishDialog customer={around.customer} onClose={around.onClose} />;
    case 'order':
      return <OrderDialog customer={around.customer} onClose={around.onClose} />;
    case 'feedback':
      return <FeedbackDialog {...around} />;
  }
}
