/** The focus goes to an element as soon as it stands: to the button that ends a dialog whose form has done its work. */

/** For `ref`: always the same function, so that it is called once. */
export function focusFirst(element: HTMLElement | null): void {
  element?.focus();
}
