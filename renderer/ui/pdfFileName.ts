/** A file name that every system takes and a person finds again. */
import type { BusinessDay } from '../../shared/time.ts';

const longest = 60;

/**
 * | kind  | label              | file                                |
 * |-------|--------------------|-------------------------------------|
 * | kupon | Choy, 8-mart / A4  | kupon-Choy-8-mart-A4-2026-11-22.pdf |
 * | kupon | (empty)            | kupon-2026-11-22.pdf                |
 */
export function pdfFileName(kind: string, label: string, day: BusinessDay): string {
  const words = label
    .normalize('NFC')
    .replace(/[ʻʼ'’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, longest)
    .replace(/^-|-$/g, '');
  return `${[kind, words, day].filter((part) => part !== '').join('-')}.pdf`;
}
