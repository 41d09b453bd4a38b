/** How a task is told on screen and in a file: what it is, and what it is about with the way to reach them. */
import { useTranslation } from 'react-i18next';
import type { Task } from '../../shared/service/taskContract.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';

export interface TaskWords {
  readonly titleOf: (task: Task) => string;
  /** Goods that came, words, phone and the hour they like; empty where nothing is known. */
  readonly aboutOf: (task: Task) => string;
  readonly phoneOf: (task: Task) => string;
}

export function useTaskWords(): TaskWords {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const phoneOf = ({ customer, reach, callOn }: Task) => {
    const number = callOn === '' ? (customer?.phone ?? reach) : callOn;
    return number.startsWith('+') ? format.phone(number) : number;
  };
  return {
    titleOf: ({ kind }) => t(`service.task.kind.${kind}`),
    phoneOf,
    aboutOf: (task) => {
      const { productName, orderNumber, customer, words } = task;
      const hour = customer?.preferredHour ?? null;
      return [
        ...(productName === null ? [] : [t('service.task.isHere', { what: textIn(productName, language) })]),
        ...(orderNumber === null ? [] : [t('service.order.one', { number: orderNumber })]),
        words,
        unbroken(phoneOf(task)),
        ...(hour === null ? [] : [t('service.task.likes', { hour: format.hour(hour) })]),
      ]
        .filter((part) => part !== '')
        .join(' · ');
    },
  };
}

/** A number stays on one line. */
function unbroken(phone: string): string {
  return phone.replaceAll(' ', '\u00A0').replaceAll('-', '\u2011');
}
