/** What may be published of a customer: a first name, and at most two digits of the phone. */
import { tidyName } from '../text.ts';

/** Endings of surnames and patronymics, Latin and Cyrillic; people type their names in either order. */
const familyEnding =
  /.{2,}(ov|ova|ev|eva|yev|yeva|ov[in]ch|ovich|evich|yevich|ovna|evna|yevna|ов|ова|ев|ева|ович|евич|овна|евна)$/iu;
const ofFather = /^(oʻgʻli|oʼgʻli|ugli|ogli|qizi|kizi|ўғли|угли|қизи|кизи)$/iu;

/**
 * The first name of a customer; nothing where only a family name is known.
 *
 * | name                        | first name |
 * |-----------------------------|------------|
 * | Dilnoza Karimova            | Dilnoza    |
 * | Karimova Dilnoza Akmalovna  | Dilnoza    |
 * | Каримов                     | (none)     |
 */
export function firstNameOf(name: string): string {
  const words = tidyName(name).split(' ');
  return words.find((word) => word !== '' && !familyEnding.test(word) && !ofFather.test(word)) ?? '';
}

/**
 * How a customer is called in a list that anyone may read: the first name and the last two digits of the phone, never more.
 *
 * | name             | phone         | public name |
 * |------------------|---------------|-------------|
 * | Dilnoza Karimova | +998901234567 | Dilnoza …67 |
 * |                  | +998901234567 | …67         |
 * |                  |               | (empty)     |
 */
export function publicNameOf({
  name,
  phone,
}: {
  readonly name: string;
  readonly phone: string | null;
}): string {
  const digits = phone === null ? '' : `…${phone.slice(-2)}`;
  return [firstNameOf(name), digits].filter((part) => part !== '').join(' ');
}
