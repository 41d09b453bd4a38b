/** The slip with the owner's recovery code: the one paper of the shop that belongs into a drawer at home. */
import type { Language } from '../../shared/text.ts';

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
