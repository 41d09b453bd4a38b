/** The slip with somebody's badge, to be laminated and worn. */
import { formatCode } from '../../shared/code.ts';
import type { Language } from '../../shared/text.ts';

interface BadgeWords {
  readonly title: string;
  readonly use: string;
  readonly keep: string;
}

const badgeWords: Readonly<Record<Language, BadgeWords>> = {
  uz: {
    title: 'Beyjik',
    use: 'Kirish uchun kodni skanerlang.',
    keep: 'Beyjik PIN-kod oʻrnini bosadi. Yoʻqolsa, doʻkon egasiga ayting.',
  },
  ru: {
    title: 'Бейдж',
    use: 'Чтобы войти, отсканируйте код.',
    keep: 'Бейдж заменяет PIN-код. Если он потерян, скажите владельцу.',
  },
  en: {
    title: 'Badge',
    use: 'Scan the code to log in.',
    keep: 'The badge stands for your PIN. If it is lost, tell the owner.',
  },
};

/** The slip as blocks of a receipt. */
export function badgeSlip(slip: {
  readonly code: string;
  readonly personName: string;
  readonly shopName: string;
  readonly language: Language;
}) {
  const words = badgeWords[slip.language];
  return [
    { kind: 'text', text: slip.shopName, align: 'center', bold: true },
    { kind: 'text', text: words.title, align: 'center' },
    { kind: 'heading', text: slip.personName },
    { kind: 'code', symbology: 'code128', data: slip.code, caption: formatCode(slip.code) },
    { kind: 'text', text: words.use },
    { kind: 'text', text: words.keep },
    { kind: 'feed', lines: 1 },
    { kind: 'cut' },
  ] as const;
}
