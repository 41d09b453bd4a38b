/** What was typed of a promotion and not saved yet outlives the page: a lock, a reload, a look at something else. */
import type { PromotionForm } from './promotionForm.ts';

const storageKey = 'daftar.promotionDraft';

/** The form as it was left, if one was; one at a time. */
export function keptDraft(): PromotionForm | null {
  const text = sessionStorage.getItem(storageKey);
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return isForm(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Written by this very build in this very window, so its shape is known when its marks are there. */
function isForm(kept: unknown): kept is PromotionForm {
  return typeof kept === 'object' && kept !== null && 'promotionId' in kept && 'benefit' in kept;
}

export function keepDraft(form: PromotionForm): void {
  sessionStorage.setItem(storageKey, JSON.stringify(form));
}

export function dropDraft(): void {
  sessionStorage.removeItem(storageKey);
}
