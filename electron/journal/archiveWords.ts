/** What the archive says of itself, in three languages: whoever opens the folder in ten years has only this. */
import type { BusinessDay } from '../../shared/time.ts';

export interface ArchiveFacts {
  readonly shopName: string;
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly count: number;
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly hashAfter: string;
  /** The fingerprint of the till's key. */
  readonly key: string;
}

type Words = (facts: ArchiveFacts) => readonly string[];

const uz: Words = ({ shopName, from, to, count, firstSequence, lastSequence, hashAfter, key }) => [
  `${shopName}: kassa jurnali arxivi, ${from} – ${to}`,
  '',
  `Hujjatlar: ${count}, raqamlari ${firstSequence} dan ${lastSequence} gacha.`,
  `Oxirgi hujjatning xeshi: ${hashAfter}`,
  `Kassa kalitining izi: ${key} (shu kassaning har bir arxivida bir xil)`,
  '',
  'Tekshirish: Node dasturini oʻrnating va shu papkada yozing:  node verify.mjs',
  'Biror hujjat oʻzgargan, olib tashlangan yoki qoʻshilgan boʻlsa, uning raqami aytiladi.',
  'Ismlar va telefonlar arxivda yoʻq: odamlar faqat belgi (id) bilan yozilgan.',
];

const ru: Words = ({ shopName, from, to, count, firstSequence, lastSequence, hashAfter, key }) => [
  `${shopName}: архив журнала кассы, ${from} – ${to}`,
  '',
  `Документов: ${count}, номера с ${firstSequence} по ${lastSequence}.`,
  `Хеш последнего документа: ${hashAfter}`,
  `Отпечаток ключа кассы: ${key} (одинаков во всех архивах этой кассы)`,
  '',
  'Проверка: установите Node и наберите в этой папке:  node verify.mjs',
  'Если документ изменён, убран или добавлен, будет назван его номер.',
  'Имён и телефонов в архиве нет: люди записаны только под номерами (id).',
];

const en: Words = ({ shopName, from, to, count, firstSequence, lastSequence, hashAfter, key }) => [
  `${shopName}: archive of the till's journal, ${from} – ${to}`,
  '',
  `Documents: ${count}, numbers ${firstSequence} to ${lastSequence}.`,
  `Hash of the last document: ${hashAfter}`,
  `Fingerprint of the till's key: ${key} (the same on every archive of this till)`,
  '',
  'To check it, install Node and type in this folder:  node verify.mjs',
  'If a document was changed, taken out or put in, its number is named.',
  'There are no names and no phones in it: people stand here by their ids only.',
];

/** The text of README.txt. */
export function archiveReadme(facts: ArchiveFacts): string {
  return `${[uz, ru, en].map((words) => words(facts).join('\n')).join('\n\n---\n\n')}\n`;
}
