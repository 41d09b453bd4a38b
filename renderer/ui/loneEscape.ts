/** Escape closes the topmost thing alone: a drawer below a dialog, or a dialog below another, stays open. */
import type { KeyboardEvent } from 'react';

const layers = '[role="dialog"], [role="menu"], [role="listbox"]';

/** For a drawer or dialog out of which others are opened, instead of its own way to hear Escape. */
export function loneEscape(onClose: () => void) {
  return {
    closeOnEscape: false,
    onKeyDown: (event: KeyboardEvent) => {
      // What lies above is still in the page while it fades out, and its keys come by here too.
      if (event.key === 'Escape' && document.querySelectorAll(layers).length <= 1) onClose();
    },
  };
}
