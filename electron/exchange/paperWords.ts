/** The words of the slip of an import, in three languages. */
import type { Language } from '../../shared/text.ts';

export interface ImportPaperWords {
  readonly title: string;
  readonly products: string;
  readonly customers: string;
  readonly file: string;
  readonly rows: string;
  readonly added: string;
  readonly updated: string;
  readonly skipped: string;
  readonly duplicates: string;
  readonly errors: string;
  readonly openingBonus: string;
  readonly openingDebt: string;
  readonly undone: string;
  readonly printedBy: string;
  readonly signature: string;
}

export const importPaperWords: Readonly<Record<Language, ImportPaperWords>> = {
  uz: {
    title: 'Import № {}',
    products: 'Mahsulotlar',
    customers: 'Mijozlar',
    file: 'Fayl',
    rows: 'Fayldagi qatorlar',
    added: 'Qoʻshildi',
    updated: 'Yangilandi',
    skipped: 'Oʻtkazib yuborildi',
    duplicates: 'Takrorlar',
    errors: 'Xato bilan qoldi',
    openingBonus: 'Boshlangʻich bonus',
    openingDebt: 'Boshlangʻich qarz',
    undone: 'BU IMPORT BEKOR QILINGAN',
    printedBy: 'Chop etdi',
    signature: 'Imzo',
  },
  ru: {
    title: 'Импорт № {}',
    products: 'Товары',
    customers: 'Клиенты',
    file: 'Файл',
    rows: 'Строк в файле',
    added: 'Добавлено',
    updated: 'Обновлено',
    skipped: 'Пропущено',
    duplicates: 'Повторы',
    errors: 'Осталось с ошибкой',
    openingBonus: 'Начальный бонус',
    openingDebt: 'Начальный долг',
    undone: 'ЭТОТ ИМПОРТ ОТМЕНЁН',
    printedBy: 'Напечатал',
    signature: 'Подпись',
  },
  en: {
    title: 'Import No. {}',
    products: 'Products',
    customers: 'Customers',
    file: 'File',
    rows: 'Rows in the file',
    added: 'Added',
    updated: 'Updated',
    skipped: 'Skipped',
    duplicates: 'Duplicates',
    errors: 'Left with an error',
    openingBonus: 'Opening bonus',
    openingDebt: 'Opening debt',
    undone: 'THIS IMPORT WAS UNDONE',
    printedBy: 'Printed by',
    signature: 'Signature',
  },
};
