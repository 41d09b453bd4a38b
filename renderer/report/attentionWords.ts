/** One line of the owner's list in words: what happened, how much it was, who did it and who stood for it. */
import { useTranslation } from 'react-i18next';
import { som } from '../../shared/money.ts';
import type { AttentionItem } from '../../shared/report/journalContract.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { useFormat } from '../app/language.ts';
import { actionKey } from '../staff/rights.ts';

type Value = AttentionItem['data'][string] | undefined;

export interface AttentionInWords {
  readonly when: string;
  readonly words: string;
  readonly who: string;
}

/** The sum that a line tells: what was withheld where that is the news, else the one that the document has. */
function sumTold({ kind, data }: Pick<AttentionItem, 'kind' | 'data'>): number | undefined {
  const names = kind === 'returnWithheld' ? ['withheldSom'] : ['differenceSom', 'netSom', 'amountSom'];
  return names.map((name) => data[name]).find((value): value is number => typeof value === 'number');
}

export function useAttentionWords(): (item: AttentionItem) => AttentionInWords {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return ({ kind, at, businessDay, data, personName, approverName, aboutName }) => {
    const number = (value: Value) => (typeof value === 'number' ? format.number(value) : '');
    const moment = (value: Value) => (typeof value === 'string' ? format.moment(value as Instant) : '');
    const told = sumTold({ kind, data });
    const action = typeof data.action === 'string' ? `staff.action.${actionKey(data.action)}` : '';
    const isDaily = kind === 'shelfPrices' || kind === 'drawerOpened';
    const words = t(`report.attention.${kind}`, {
      number: data.number ?? '',
      receipt: data.receipt ?? '',
      count: typeof data.count === 'number' ? data.count : 1,
      sum: typeof told === 'number' ? format.som(som(told)) : '',
      from: kind === 'clockMoved' ? moment(data.from) : number(data.from),
      to: kind === 'clockMoved' ? moment(data.to) : number(data.to),
      before: typeof data.before === 'string' ? data.before : '',
      after: typeof data.after === 'string' ? data.after : '',
      month:
        typeof data.month === 'string' ? format.month(`${data.month.slice(0, 7)}-01` as BusinessDay) : '',
      action: action !== '' && i18n.exists(action) ? t(action) : '',
      name: aboutName ?? '',
    });
    const names = [personName, approverName].filter((name) => name !== null);
    return {
      when: isDaily ? format.day(businessDay) : format.moment(at),
      words,
      who: names.join(' + '),
    };
  };
}
