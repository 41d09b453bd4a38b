import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefused } from '../../../shared/errors.ts';
import {
  code128,
  drawerPulse,
  ean13,
  initialise,
  justify,
  qr,
  raster,
  requestPaperInTurn,
  requestProcessId,
  requestStatus,
  type SymbolAnswer,
  selectCodePage,
} from '../../../shared/receipt/commands.ts';

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

function hexOf(answer: SymbolAnswer): string {
  if (isRefused(answer)) throw new Error(`refused: ${answer.refused}`);
  return hex(answer.bytes);
}

function refusal(answer: SymbolAnswer): string | null {
  return isRefused(answer) ? answer.refused : null;
}

describe('the bytes of the ESC/POS command reference', () => {
  test('a job begins with ESC @, FS . and ESC M 0', () => {
    expect(hex(initialise())).toBe('1b 40 1c 2e 1b 4d 00');
  });

  test('ESC t n selects the code page', () => {
    expect(hex(selectCodePage(17))).toBe('1b 74 11');
    expect(hex(selectCodePage(255))).toBe('1b 74 ff');
    expect(() => selectCodePage(256)).toThrow(RangeError);
    expect(() => selectCodePage(1.5)).toThrow(RangeError);
  });

  test('ESC p opens the drawer for 50 ms on pin 2 or pin 5', () => {
    expect(hex(drawerPulse(0))).toBe('1b 70 00 19 19');
    expect(hex(drawerPulse(1))).toBe('1b 70 01 19 19');
  });

  test('ESC a centres', () => {
    expect(hex(justify('center'))).toBe('1b 61 01');
    expect(hex(justify('left'))).toBe('1b 61 00');
  });

  test('DLE EOT n asks at once: 1 printer, 2 why it is off-line, 4 paper', () => {
    expect(hex(requestStatus(1))).toBe('10 04 01');
    expect(hex(requestStatus(2))).toBe('10 04 02');
    expect(hex(requestStatus(4))).toBe('10 04 04');
  });

  test('GS r 1 asks for the paper sensor in turn', () => {
    expect(hex(requestPaperInTurn())).toBe('1d 72 01');
  });

  test('GS ( H function 48 asks for an answer with our own four characters when all is printed', () => {
    expect(hex(requestProcessId('A7b9'))).toBe('1d 28 48 06 00 30 30 41 37 62 39');
    for (const id of ['', 'abc', 'abcde', 'abcя', 'ab\u001bc']) {
      expect(() => requestProcessId(id)).toThrow(RangeError);
    }
  });
});

describe('Code128', () => {
  test('GS k 73 carries the length, the code set and the characters', () => {
    expect(hexOf(code128('CPN-7K3F9-2', 576))).toBe(
      // height 80, module 3 dots, font A, characters below, GS k 73 with 13 bytes: {B and eleven characters
      '1d 68 50 1d 77 03 1d 66 00 1d 48 02 1d 6b 49 0d 7b 42 43 50 4e 2d 37 4b 33 46 39 2d 32',
    );
  });

  test('a brace is written twice, as the code set escape asks', () => {
    expect(hexOf(code128('A{', 384))).toMatch(/1d 6b 49 05 7b 42 41 7b 7b$/);
  });

  test.each([
    [8, 384, 3, 369],
    [9, 384, 2, 268],
    [11, 576, 3, 468],
    [14, 384, 2, 378],
    [14, 576, 3, 567],
    [15, 576, 2, 400],
  ])('%i characters on %i dots: modules of %i dots, %i dots wide', (length, dots, moduleDots, widthDots) => {
    const answer = code128('K'.repeat(length), dots);
    expect(hexOf(answer)).toContain(`1d 77 0${moduleDots}`);
    expect(answer).toMatchObject({ widthDots });
  });

  test('a code wider than the paper is refused, because printers drop it without a word', () => {
    expect(refusal(code128('K'.repeat(15), 384))).toBe('CodeTooWide');
    expect(refusal(code128('K'.repeat(24), 576))).toBe('CodeTooWide');
  });

  test('only printable ASCII is a code', () => {
    expect(refusal(code128('СЗТ-7', 576))).toBe('CodeNotAscii');
    expect(refusal(code128('A\u001b', 576))).toBe('CodeNotAscii');
    expect(refusal(code128('', 576))).toBe('CodeEmpty');
    expect(refusal(code128('K'.repeat(300), 9999))).toBe('CodeTooLong');
  });
});

describe('EAN-13', () => {
  test('GS h height, GS w module, GS f font of the characters, GS H below the bars, GS k 67 the thirteen digits', () => {
    expect(hexOf(ean13('4006381333931', 576))).toBe(
      [
        '1d 68 50', // GS h 80
        '1d 77 03', // GS w 3
        '1d 66 00', // GS f 0, font A
        '1d 48 02', // GS H 2, below
        '1d 6b 43 0d 34 30 30 36 33 38 31 33 33 33 39 33 31', // GS k 67, 13 bytes
      ].join(' '),
    );
  });

  test('GS k 67 carries all thirteen digits', () => {
    expect(hexOf(ean13('4006381333931', 384))).toMatch(/1d 6b 43 0d 34 30 30 36 33 38 31 33 33 33 39 33 31$/);
  });

  test('a wrong check digit is refused', () => {
    for (const wrong of '023456789')
      expect(refusal(ean13(`400638133393${wrong}`, 384))).toBe('WrongCheckDigit');
  });

  test('anything but thirteen digits is refused', () => {
    expect(refusal(ean13('400638133393', 384))).toBe('CodeNotThirteenDigits');
    expect(refusal(ean13('29000000123x1', 384))).toBe('CodeNotThirteenDigits');
    expect(refusal(ean13('４006381333931', 384))).toBe('CodeNotThirteenDigits');
  });
});

describe('QR', () => {
  test('functions 165, 167, 169, 180 and 181 in this order', () => {
    expect(hexOf(qr('K7H3', 384))).toBe(
      [
        '1d 28 6b 04 00 31 41 32 00', // model 2
        '1d 28 6b 03 00 31 43 08', // modules of 8 dots
        '1d 28 6b 03 00 31 45 31', // error correction M
        '1d 28 6b 07 00 31 50 30 4b 37 48 33', // store four bytes
        '1d 28 6b 03 00 31 51 30', // print
      ].join(' '),
    );
  });

  test('more than 252 bytes carry into the high length byte', () => {
    expect(hexOf(qr('K'.repeat(300), 576))).toContain('1d 28 6b 2f 01 31 50 30 4b');
  });

  test('the more it says, the smaller its modules, but never under three dots', () => {
    // 15 bytes need version 2 (25 modules), 100 bytes version 6 (41), 400 bytes version 15 (77).
    expect(qr('K'.repeat(15), 384)).toMatchObject({ widthDots: 25 * 8 });
    expect(qr('K'.repeat(100), 384)).toMatchObject({ widthDots: 41 * 4 });
    expect(qr('K'.repeat(400), 384)).toMatchObject({ widthDots: 77 * 3 });
  });

  test('what a phone could not read is refused', () => {
    expect(refusal(qr('Қайта', 384))).toBe('CodeNotAscii');
    expect(refusal(qr('', 384))).toBe('CodeEmpty');
    expect(refusal(qr('K'.repeat(667), 576))).toBe('CodeTooLong');
  });
});

describe('a QR code that somebody wants larger', () => {
  test('grows module by module as far as the paper and the command allow', () => {
    // 21 modules: 14 dots each make at least 280.
    expect(qr('K7H3', 384, 280)).toMatchObject({ moduleDots: 14, widthDots: 294 });
    expect(qr('K7H3', 384, 9999)).toMatchObject({ moduleDots: 16, widthDots: 336 });
    expect(qr('K'.repeat(400), 384, 9999)).toMatchObject({ moduleDots: 4, widthDots: 308 });
    expect(hexOf(qr('K7H3', 384, 280))).toContain('1d 28 6b 03 00 31 43 0e');
  });

  test('never shrinks below its usual size', () => {
    expect(qr('K7H3', 384, 1)).toMatchObject({ moduleDots: 8, widthDots: 168 });
  });
});

describe('a picture', () => {
  test('GS v 0 carries bytes across and dots down', () => {
    const bits = Uint8Array.of(0x80, 0x01, 0xff, 0xc0);
    expect(hex(raster({ widthDots: 10, heightDots: 2, bits }))).toBe('1d 76 30 00 02 00 02 00 80 01 ff c0');
  });

  test('a high picture is sent in slices of 255 rows', () => {
    const bytes = raster({ widthDots: 8, heightDots: 300, bits: new Uint8Array(300) });
    expect(hex(bytes.subarray(0, 8))).toBe('1d 76 30 00 01 00 ff 00');
    expect(hex(bytes.subarray(8 + 255, 8 + 255 + 8))).toBe('1d 76 30 00 01 00 2d 00');
    expect(bytes.length).toBe(8 + 255 + 8 + 45);
  });

  test('size and dots must agree', () => {
    expect(() => raster({ widthDots: 9, heightDots: 2, bits: new Uint8Array(2) })).toThrow(RangeError);
    expect(() => raster({ widthDots: 8, heightDots: 0, bits: new Uint8Array(0) })).toThrow(RangeError);
  });

  test('dots that read like a real-time command cannot open the drawer', () => {
    const dots = fc.uint8Array({ minLength: 1, maxLength: 60 });
    const command = fc.constantFrom([0x10, 0x14, 0x01, 0x00, 0x01], [0x10, 0x04, 0x01], [0x10, 0x05, 0x02]);
    fc.assert(
      fc.property(dots, command, dots, (before, middle, after) => {
        const bits = Uint8Array.from([...before, ...middle, ...after]);
        const sent = raster({ widthDots: bits.length * 8, heightDots: 1, bits }).subarray(8);
        expect(hex(sent)).not.toMatch(/10 (04|05|14)/);
        const changed = sent.filter((byte, index) => byte !== bits[index]);
        expect(changed.every((byte) => byte === 0x11)).toBe(true);
      }),
    );
  });
});

test('a square that must be large grows to at least that width where the paper holds it', () => {
  const widthOf = (dots: number, leastDots?: number) => {
    const answer = qr('x'.repeat(83), dots, leastDots);
    return 'widthDots' in answer ? answer.widthDots : null;
  };
  // 83 bytes need version 5 with 37 squares a side: five dots each usually, seven for 240.
  expect(widthOf(384)).toBe(185);
  expect(widthOf(384, 240)).toBe(259);
  expect(widthOf(576, 576)).toBe(555);
  // The paper holds no more than ten dots each, and a square is never larger than Epson's sixteen.
  expect(widthOf(384, 576)).toBe(370);
  const small = qr('x', 576, 576);
  expect('widthDots' in small ? small.widthDots : null).toBe(21 * 16);
});
