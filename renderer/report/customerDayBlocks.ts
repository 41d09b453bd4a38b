/** The report of a day's customers as tables: the same lines as on the screen and on the slip, for sheets and files. */
import type { CustomerDay } from '../../shared/report/customerDayContract.ts';
import {
  columns,
  customerDayLines,
  type FigureLine,
  type FigureSection,
  type ListSection,
  type PersonLine,
  type Value,
} from '../../shared/report/customerDayLines.ts';
import type { BookBlock, BookRow, Say } from './bookBlock.ts';

/** A figure in the words of a language; sums stand without their unit, which the title or the column tells. */
export function valueText(value: Value, { format }: Pick<Say, 'format'>): string {
  switch (value.kind) {
    case 'share':
      return value.value === null ? '–' : format.percent(value.value);
    case 'day':
      return format.day(value.value);
    case 'signedSom':
      return format.signedNumber(value.value);
    default:
      return format.number(value.value);
  }
}

/** A count with its sum, or the figure alone. */
export function figureText({ values }: FigureLine, say: Pick<Say, 'format'>): string {
  return values.map((value) => valueText(value, say)).join(' · ');
}

export function nameText({ name }: Pick<PersonLine, 'name'>, { t }: Pick<Say, 't'>): string {
  return name === '' ? t('report.unnamed') : name;
}

export function noteText({ note }: Pick<PersonLine, 'note'>, { t }: Pick<Say, 't'>): string {
  return note === null ? '' : t(`report.customerDay.note.${note.word}`, { count: note.count });
}

export interface CustomerDayBlocks {
  /** Small tables of figures, which stand beside each other. */
  readonly figures: readonly BookBlock[];
  /** People, one table below the other. */
  readonly lists: readonly BookBlock[];
}

export function customerDayBlocks(report: CustomerDay, say: Say): CustomerDayBlocks {
  const { figures, lists } = customerDayLines(report);
  return {
    figures: figures.map((section) => figureBlock(section, say)),
    lists: lists.map((section) => listBlock(section, say)),
  };
}

function figureRows(figures: readonly FigureLine[], say: Say): readonly BookRow[] {
  return figures.map((figure) => ({
    cells: [say.t(`report.customerDay.figure.${figure.word}`), figureText(figure, say)],
  }));
}

function figureBlock({ key, figures }: FigureSection, say: Say): BookBlock {
  return {
    key,
    title: say.t(`report.customerDay.section.${key}`),
    words: 1,
    rows: figureRows(figures, say),
  };
}

/** A list of which nobody is, says so in one row; sums above it stand in rows of their own. */
function listBlock(section: ListSection, say: Say): BookBlock {
  const { t } = say;
  const { key, people, count, isUnknown } = section;
  const title = t(`report.customerDay.section.${key}`);
  const hasNotes = key === 'came';
  const empty = isUnknown ? t('report.customerDay.unknown') : t(`report.customerDay.nobody.${key}`);
  const names = columns[key].map((column) => t(`report.customerDay.column.${column}`));
  const person = t(`report.customerDay.column.${key === 'cashiers' ? 'person' : 'name'}`);
  const more = count - people.length;
  // Sums of debts stand under their columns: what is due, what is overdue, and in a row of its own all that is owed.
  const blank = Array.from({ length: Math.max(0, names.length - 1) }, () => '');
  return {
    key,
    title: people.length === 0 || key === 'cashiers' ? title : `${title}: ${count}`,
    words: hasNotes ? 2 : 1,
    ...(people.length === 0
      ? {}
      : { headers: hasNotes ? [person, t('report.customerDay.column.note'), ...names] : [person, ...names] }),
    rows: [
      ...people.map((line) => ({
        cells: [
          nameText(line, say),
          ...(hasNotes ? [noteText(line, say)] : []),
          ...line.values.map((value) => valueText(value, say)),
        ],
      })),
      ...(people.length === 0 ? [{ cells: [empty] }] : []),
      ...section.figures.map((figure) => ({
        cells:
          people.length === 0
            ? [`${t(`report.customerDay.figure.${figure.word}`)}: ${figureText(figure, say)}`]
            : [t(`report.customerDay.figure.${figure.word}`), ...blank, figureText(figure, say)],
        isPart: true,
      })),
    ],
    ...(more > 0 ? { note: t('report.customerDay.more', { count: more }) } : {}),
  };
}
