/** What the shop prints of its own: the slip with the owner's recovery code, and the logo on receipts. */
import type { Kysely } from 'kysely';
import type { Language } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';
import { type Dots, dotsOfPng } from './logoDots.ts';
import { logoPngOf, logoStampOf } from './queries.ts';

/** 20 mm: a logo is a greeting, not a poster. */
const mostLogoHeightDots = 160;

/** The logo of so many shops and papers is remembered; drawing it anew takes longer than a whole sale. */
const remembered = 8;
const drawnLogos = new Map<string, Dots>();

/** The shop's logo for a paper of `paperDots`, at most two thirds of its width; null in a shop without one. */
export async function logoOnPaper(db: Kysely<Tables>, paperDots: number): Promise<Dots | null> {
  const stamp = await logoStampOf(db);
  if (stamp === undefined) return null;
  const key = `${stamp.changed_at} ${stamp.width} ${stamp.height} ${paperDots}`;
  const known = drawnLogos.get(key);
  if (known !== undefined) return known;
  const png = await logoPngOf(db);
  if (png === undefined) return null;
  const frame = { width: Math.floor((paperDots * 2) / 3), height: mostLogoHeightDots };
  const drawn = await dotsOfPng(Buffer.from(png, 'base64'), frame);
  if (drawnLogos.size >= remembered) drawnLogos.clear();
  drawnLogos.set(key, drawn);
  return drawn;
}

interface SlipWords {
  readonly title: string;
  readonly use: string;
  readonly keep: string;
}

const slipWords: Readonly<Record<Language, SlipWords>> = {
  uz: {
    title: 'Tiklash kodi',
    use: 'Egasining paroli esdan chiqsa, kirish oynasida shu kodni yozing. Kod bir marta ishlaydi.',
    keep: 'Bu qogʻozni doʻkonda qoldirmang. Kodni bilgan odam doʻkonni ochadi.',
  },
  ru: {
    title: 'Код восстановления',
    use: 'Если пароль владельца забыт, введите этот код в окне входа. Код действует один раз.',
    keep: 'Не оставляйте эту бумагу в магазине. Кто знает код, тот откроет магазин.',
  },
  en: {
    title: 'Recovery code',
    use: 'When the owner’s password is forgotten, type this code at the log-in. It works once.',
    keep: 'Do not leave this paper in the shop. Whoever knows the code opens the shop.',
  },
};

/**
 * The slip as blocks of a receipt. `code` is as it is typed, in groups joined by hyphens; three groups stand on a line.
 * `day` is written as it is.
 */
export function recoverySlip(slip: {
  readonly code: string;
  readonly shopName: string;
  readonly day: string;
  readonly language: Language;
}) {
  const words = slipWords[slip.language];
  const groups = slip.code.split('-');
  const half = Math.ceil(groups.length / 2);
  return [
    { kind: 'text', text: slip.shopName, align: 'center', bold: true },
    { kind: 'text', text: words.title, align: 'center' },
    { kind: 'rule' },
    { kind: 'heading', text: groups.slice(0, half).join('-') },
    { kind: 'heading', text: groups.slice(half).join('-') },
    { kind: 'rule' },
    { kind: 'text', text: words.use },
    { kind: 'text', text: words.keep, bold: true },
    { kind: 'text', text: slip.day, align: 'right' },
    { kind: 'feed', lines: 1 },
    { kind: 'cut' },
  ] as const;
}
