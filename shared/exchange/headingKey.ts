/** A heading of a file as it is compared with others. */

const apostrophes = /['`´ʹʻʼʽʾʿˈ‘’‛′‵＇]/g;

/**
 * A heading as it is compared: without case, apostrophes, signs, and what stands in brackets.
 *
 * | heading              | key              |
 * |----------------------|------------------|
 * | " Price [Chilonzor]" | price            |
 * | Oʻlchov birligi      | olchov birligi   |
 * | Цена, сум            | цена сум         |
 */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(apostrophes, '')
    .replace(/\[[^\]]*\]|\([^)]*\)/g, ' ')
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
