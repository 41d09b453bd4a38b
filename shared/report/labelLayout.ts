/** The sheets and rolls that labels are printed on: how large one is, and how many stand on a page. */

/** A4 without a gap between the labels, as ready-made sheets have it; rolls of label printers, one label a page. */
export const labelLayouts = [
  'a4x24',
  'a4x40',
  'a4x8',
  'roll58x40',
  'roll58x30',
  'roll43x25',
  'roll30x20',
] as const;
export type LabelLayout = (typeof labelLayouts)[number];

export interface SizeMm {
  readonly widthMm: number;
  readonly heightMm: number;
}

interface Places extends SizeMm {
  readonly columns: number;
  readonly rows: number;
}

/** The size of one label and how many stand beside and below each other. */
export const labelPlaces: Readonly<Record<LabelLayout, Places>> = {
  a4x24: { widthMm: 70, heightMm: 37, columns: 3, rows: 8 },
  a4x40: { widthMm: 52.5, heightMm: 29.7, columns: 4, rows: 10 },
  a4x8: { widthMm: 105, heightMm: 74, columns: 2, rows: 4 },
  roll58x40: { widthMm: 58, heightMm: 40, columns: 1, rows: 1 },
  roll58x30: { widthMm: 58, heightMm: 30, columns: 1, rows: 1 },
  roll43x25: { widthMm: 43, heightMm: 25, columns: 1, rows: 1 },
  roll30x20: { widthMm: 30, heightMm: 20, columns: 1, rows: 1 },
};

const a4: SizeMm = { widthMm: 210, heightMm: 297 };

/** Whether the layout is a roll: its page is the label itself. */
export function isRoll(layout: LabelLayout): boolean {
  return layout.startsWith('roll');
}

/** The page that the printer is told. */
export function labelPage(layout: LabelLayout): SizeMm {
  const { widthMm, heightMm } = labelPlaces[layout];
  return isRoll(layout) ? { widthMm, heightMm } : a4;
}

export function labelsPerPage(layout: LabelLayout): number {
  const { columns, rows } = labelPlaces[layout];
  return columns * rows;
}

/** Pages for so many labels: 25 labels of `a4x24` are two sheets, of a roll 25 pages. */
export function labelPages(layout: LabelLayout, labels: number): number {
  return Math.ceil(labels / labelsPerPage(layout));
}
