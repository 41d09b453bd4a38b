import { expect, test } from 'vitest';
import { recoverySlip } from '../../../electron/shop/paper.ts';
import { canEncode } from '../../../shared/receipt/codePages.ts';
import { layOut } from '../../../shared/receipt/layout.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { languages } from '../../../shared/text.ts';

const code = 'K7FQ-2M4X-9TRW-HJ3N-VPZ8-CD5B';

test.each(languages)(
  'on narrow paper the code in %s stands in two whole lines that can be typed',
  (language) => {
    const slip = recoverySlip({ code, shopName: 'Chorsu', day: '22.11.2026', language });
    const lines = layOut(slip, printerProfiles.xprinter58).filter((line) => line.kind === 'text');
    const big = lines.filter((line) => line.double).map((line) => line.text.trim());
    expect(big).toEqual(['K7FQ-2M4X-9TRW', 'HJ3N-VPZ8-CD5B']);
    expect(lines.map((line) => line.text).filter((text) => !canEncode(text, 'cp866'))).toEqual([]);
  },
);
