/** Words of which no other row of a shop has any, and where in its files they stand. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is looked for, by where it was written. Letters that folding leaves as they are, so that search texts count too. */
export const marks = {
  name: 'bodrumet',
  surname: 'teromundo',
  secondName: 'Бодруметова',
  secondPhone: '907776655',
  mainPhone: '901239876',
  formerPhone: '935554433',
  furtherPhone: '998887766',
  phoneLabel: 'labelodrum',
  address: 'addrodrum',
  district: 'distrodrum',
  tag: 'tagodrum',
  fact: 'factodrum',
  removedFact: 'goneodrum',
  photo: 'FOTOodrumFOTO',
  household: 'houseodrum',
  complaint: 'complodrum',
  complaintAnswer: 'answodrum',
  contact: 'contodrum',
  feedback: 'feedodrum',
  debtNote: 'debtodrum',
  correction: 'corrodrum',
  importBefore: 'beforeodrum',
  importCell: 'cellodrum',
  foreignCard: 'cardodrum77',
  contest: 'contestodrum',
  gift: 'giftodrum',
  wish: 'wishodrum',
  task: 'taskodrum',
  firm: 'firmodrum',
  coupon: 'couponodrum',
  couponGiven: 'givenodrum',
  discount: 'discodrum',
} as const;
export type Mark = keyof typeof marks;

const asLower = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');

/** The letters of a Cyrillic text in one of the old pages, from the place of its first capital. */
function inPage(text: string, placeOf: (letter: number) => number): Buffer {
  return Buffer.from([...text].map((letter) => placeOf(letter.charCodeAt(0) - 0x410)));
}

/** The text as each way of keeping text would hold it. */
function formsOf(mark: Mark): readonly Buffer[] {
  const text = marks[mark];
  const forms: Buffer[] = [Buffer.from(text)];
  if (mark === 'photo') forms.push(Buffer.from(Buffer.from(text).toString('base64').slice(0, -4)));
  if (/^\d{9}$/.test(text)) {
    const [, code = '', a = '', b = '', c = ''] = /^(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(text) ?? [];
    forms.push(Buffer.from(`${code} ${a} ${b} ${c}`), Buffer.from(`${code} ${a}-${b}-${c}`));
  }
  if (mark === 'secondName') {
    forms.push(inPage(text, (letter) => 0xc0 + letter));
    forms.push(inPage(text, (letter) => 0x80 + (letter < 48 ? letter : letter + 48)));
  }
  const wide = ['name', 'secondName', 'mainPhone'].includes(mark)
    ? [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()]
    : [];
  return [...forms, ...wide].map(asLower);
}

const looked = (Object.keys(marks) as Mark[]).map((mark) => ({ mark, forms: formsOf(mark) }));

/** Every mark with the files that hold it, in a copy: the database must not be opened twice by one process. */
export function foundIn(directory: string): readonly string[] {
  const copy = mkdtempSync(join(tmpdir(), 'daftar-search-'));
  try {
    cpSync(directory, copy, { recursive: true });
    const found: string[] = [];
    for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = asLower(readFileSync(join(entry.parentPath, entry.name)));
      for (const { mark, forms } of looked) {
        if (forms.some((form) => bytes.includes(form))) found.push(`${mark} in ${entry.name}`);
      }
    }
    return found.sort();
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
