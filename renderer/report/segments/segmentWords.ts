/** Says a group's rule as a sentence, so that an owner sees whom it means without opening it. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SegmentCondition, SegmentRule } from '../../../shared/customer/segment.ts';
import type { Format } from '../../../shared/format.ts';
import { languageNames, useFormat } from '../../app/language.ts';

interface Ends {
  readonly from: string | null;
  readonly to: string | null;
}

interface Words {
  readonly t: TFunction;
  readonly format: Format;
}

/** "from 3", "up to 5", "3–5", "3". */
function rangeWords({ t }: Words, { from, to }: Ends): string {
  if (from !== null && to !== null) return from === to ? from : `${from}–${to}`;
  if (from !== null) return t('report.segment.range.from', { from });
  return to === null ? t('report.segment.range.any') : t('report.segment.range.to', { to });
}

function windowWords({ t }: Words, days: number | null): string {
  return days === null ? t('report.segment.say.always') : t('report.segment.say.withinDays', { count: days });
}

/** One of them is enough: "Tashkent or Chilonzor". */
function oneOfWords({ t }: Words, list: readonly string[]): string {
  return list.join(t('report.segment.say.or'));
}

type Kind<Name extends SegmentCondition['kind']> = Extract<SegmentCondition, { kind: Name }>;

function ends(
  { format }: Words,
  from: number | null,
  to: number | null,
  write: (value: number) => string = format.number,
): Ends {
  return { from: from === null ? null : write(from), to: to === null ? null : write(to) };
}

/** Conditions with a range or a time back. */
function saidInFigures(
  words: Words,
  condition: Kind<
    'bought' | 'spent' | 'visits' | 'lastVisit' | 'firstVisit' | 'age' | 'birthday' | 'feedback'
  >,
): string {
  const { t, format } = words;
  const when = (days: number | null) => windowWords(words, days);
  const range = ({ from, to }: { from: number | null; to: number | null }) =>
    rangeWords(words, ends(words, from, to));
  switch (condition.kind) {
    case 'bought': {
      const count = condition.ids.length;
      return t(`report.segment.say.bought.${condition.what}`, { count, when: when(condition.withinDays) });
    }
    case 'spent': {
      const sums = ends(words, condition.fromSom, condition.toSom, (sum) => format.som(sum));
      return t('report.segment.say.spent', {
        range: rangeWords(words, sums),
        when: when(condition.withinDays),
      });
    }
    case 'visits':
      return t('report.segment.say.visits', { range: range(condition), when: when(condition.withinDays) });
    case 'lastVisit':
      return t('report.segment.say.lastVisit', { range: range(condition) });
    case 'age':
      return t('report.segment.say.age', { range: range(condition) });
    case 'firstVisit':
      return t('report.segment.say.firstVisit', { count: condition.withinDays });
    case 'birthday':
      return t('report.segment.say.birthday', { count: condition.withinDays });
    default:
      return t(`report.segment.say.feedback.${condition.scale}`, {
        range: range(condition),
        when: when(condition.withinDays),
      });
  }
}

/** The condition without its "not". */
function said(words: Words, condition: SegmentCondition): string {
  const { t } = words;
  const named = (values: readonly string[]) => oneOfWords(words, values);
  const several = (values: readonly string[], key: string) =>
    named(values.map((value) => t(`report.segment.${key}.${value}`)));
  switch (condition.kind) {
    case 'rhythm':
      return several(condition.states, 'rhythmSaid');
    case 'tier':
      return t('report.segment.say.tier', { count: condition.tierIds.length });
    case 'abc':
      return t('report.segment.say.abc', {
        classes: named(condition.classes),
        by: t(`report.abc.said.${condition.by}`),
      });
    case 'rfm':
      return t('report.segment.say.rfm', { cells: rfmWords(words, condition) });
    case 'gender':
      return several(condition.genders, 'gender');
    case 'source':
      return t('report.segment.say.source', { sources: several(condition.sources, 'source') });
    case 'district':
      return t('report.segment.say.district', { districts: named(condition.districts) });
    case 'language':
      return t('report.segment.say.language', {
        languages: named(condition.languages.map((each) => languageNames[each])),
      });
    case 'consent':
      return consentWords(words, condition);
    case 'tag':
      return t('report.segment.say.tag', { tags: named(condition.tags) });
    case 'coupon':
    case 'bonus':
      return t(`report.segment.say.${condition.kind}.${condition.state}`);
    case 'debtor':
      return t(`report.segment.say.debtor.${condition.isOverdue ? 'overdue' : 'any'}`);
    case 'complaint':
      return t(`report.segment.say.complaint.${condition.state}`, {
        when: windowWords(words, condition.withinDays),
      });
    case 'household':
      return t('report.segment.say.household');
    default:
      return saidInFigures(words, condition);
  }
}

function consentWords({ t }: Words, { purpose, channel }: Kind<'consent'>): string {
  if (channel === null) return t(`report.segment.say.consent.${purpose}`);
  return t('report.segment.say.consent.channel', { channel: t(`report.segment.channel.${channel}`) });
}

function rfmWords({ t }: Words, condition: Kind<'rfm'>): string {
  const named = condition.groups.map((group) => t(`report.segment.rfm.${group}`));
  const digits = (['recency', 'frequency', 'money'] as const).flatMap((score) =>
    condition[score].length === 0
      ? []
      : [`${t(`report.segment.field.${score}`)}: ${condition[score].join(', ')}`],
  );
  return [...named, ...digits].join('; ');
}

/** The whole rule: its conditions, joined by "and" or "or". */
export function useRuleSentence(): (rule: SegmentRule) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ match, conditions }) => {
    if (conditions.length === 0) return t('report.segment.say.everybody');
    const sentences = conditions.map((condition) => {
      const words = said({ t, format }, condition);
      return condition.isNot ? t('report.segment.say.not', { words }) : words;
    });
    const sentence = sentences.join(t(`report.segment.say.join.${match}`));
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  };
}
