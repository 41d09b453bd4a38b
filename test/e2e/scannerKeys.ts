/** A keyboard scanner for end-to-end tests: the keys of a code and Enter, faster than a busy test machine can press them. */
import type { Page } from '@playwright/test';

/** The physical keys of a code on a US keyboard. */
function keysOf(code: string) {
  return [...code].map((character) => {
    if (/\d/.test(character)) return { code: `Digit${character}`, key: character, shiftKey: false };
    const upper = character.toUpperCase();
    return { code: `Key${upper}`, key: character, shiftKey: character === upper };
  });
}

export async function scanCode(page: Page, code: string): Promise<void> {
  const presses = [...keysOf(code), { code: 'Enter', key: 'Enter', shiftKey: false }];
  await page.evaluate((keys) => {
    // A key is stamped when it is made: all of them first, so that a slow page does not look like a slow scanner.
    const events = keys.map((press) => ({
      press,
      event: new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true }),
    }));
    for (const { press, event } of events) {
      const field = document.activeElement ?? document.body;
      const goesOn = field.dispatchEvent(event);
      if (!goesOn || press.key === 'Enter' || !(field instanceof HTMLInputElement)) continue;
      // A key that nobody took is typed into the field, as the browser would.
      const typed = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      typed?.call(field, field.value + press.key);
      field.dispatchEvent(new InputEvent('input', { bubbles: true, data: press.key }));
    }
  }, presses);
}
