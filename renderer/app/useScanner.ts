/** Listens for the scanner on the whole page and puts back what it typed into the field that had the focus. */
import { useEffect, useRef } from 'react';
import { createScanDecoder, type KeyPress, type ScannerSettings, scannerDefaults } from './scanner.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

interface FieldBefore {
  readonly field: Field;
  readonly value: string;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
}

function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function rememberField(target: EventTarget | null): FieldBefore | null {
  if (!isField(target)) return null;
  const { value, selectionStart, selectionEnd } = target;
  return { field: target, value, selectionStart, selectionEnd };
}

/** Through the element's own setter and an `input` event, so that React hears of it like of typing. */
function restoreField({ field, value, selectionStart, selectionEnd }: FieldBefore): void {
  if (field.value === value) return;
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
}

/**
 * Hears every key before anybody else and hands whole scans to `onScan`; returns the way to stop. The Enter of a scan
 * reaches nobody. A field marked `data-takes-scans` (a form's own barcode field) keeps what the scanner typed, and so does
 * every field when `isWanted` says that the text is none of ours: a password typed by quick fingers is no badge.
 */
export function listenForScans(
  onScan: (text: string) => void,
  settings: ScannerSettings = scannerDefaults,
  isWanted: (text: string) => boolean = () => true,
): () => void {
  const decoder = createScanDecoder(settings);
  let before: FieldBefore | null = null;
  const hear = (event: KeyboardEvent) => {
    const reading = decoder.press(event satisfies KeyPress);
    if (reading.kind === 'began') before = rememberField(event.target);
    if (reading.kind !== 'scanned') return;
    if (isField(event.target) && event.target.dataset.takesScans !== undefined) return;
    if (!isWanted(reading.text)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (before !== null) restoreField(before);
    onScan(reading.text);
  };
  window.addEventListener('keydown', hear, { capture: true });
  return () => window.removeEventListener('keydown', hear, { capture: true });
}

/** While the component is shown (and `isOn`), scans go to `onScan`. A dialog with a scanner of its own turns it off. */
export function useScanner(
  onScan: (text: string) => void,
  isOn = true,
  settings: ScannerSettings = scannerDefaults,
  isWanted?: (text: string) => boolean,
): void {
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  }, [onScan]);
  useEffect(() => {
    if (!isOn) return;
    return listenForScans((text) => latest.current(text), settings, isWanted);
  }, [isOn, settings, isWanted]);
}
