/** Which dialog of the service room each question of the sell screen opens. */
import type { ReactNode } from 'react';
import type { AroundQuestion } from '../sale/Dialogs.tsx';
import type { ServiceQuestion } from '../sale/selling.ts';

export function askForService(question: ServiceQuestion, _around: AroundQuestion): ReactNode {
  switch (question) {
    case 'complaint':
      return null;
    case 'wish':
      return null;
    case 'order':
      return null;
    case 'feedback':
      return null;
  }
}
