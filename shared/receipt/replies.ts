/** What a printer says back, byte by byte: each answer known by its exact form, so that none is taken for another. */

/**
 * | answer    | to            | form                                                                      |
 * |-----------|---------------|---------------------------------------------------------------------------|
 * | status    | DLE EOT n     | one byte, bits 1 and 4 set, 0 and 7 clear                                 |
 * | paper     | GS r 1        | one byte: 00 paper, 03 nearly out, 0c or 0f out                           |
 * | processId | GS ( H, fn 48 | 37 22, the four bytes of the id, 00                                       |
 */
export type PrinterReply =
  | { readonly kind: 'status'; readonly byte: number }
  | { readonly kind: 'paper'; readonly isOut: boolean }
  | { readonly kind: 'processId'; readonly id: string };

const processIdHeader = [0x37, 0x22] as const;
const processIdLength = 7;
const automaticLength = 4;

/**
 * Reads a printer's bytes one after the other; answers what the last one completed. An id is a block of seven bytes, and
 * its closing 00 is no paper status. Four bytes of an automatic status (GS a), which some printers send unasked, are
 * passed over as a whole for the same reason, and so is a block that is not what it began as: whatever its zeros are, they
 * are no "paper is there". Anything else (XON, XOFF, noise) is passed over byte by byte.
 *
 * | bytes                    | answers                   |
 * |--------------------------|---------------------------|
 * | 12                       | status 12                 |
 * | 00                       | paper, there              |
 * | 37 22 41 42 43 44 00     | processId ABCD            |
 * | 37 22 41 42 43 44 55     | –                         |
 * | 10 00 00 00              | –                         |
 * | 11 0c                    | paper, out                |
 */
export function replyReader(): (byte: number) => readonly PrinterReply[] {
  let waiting: readonly number[] = [];
  return (byte) => {
    waiting = [...waiting, byte];
    const replies: PrinterReply[] = [];
    while (waiting.length > 0) {
      const step = nextStep(waiting);
      if (step === 'incomplete') break;
      if (step.reply !== null) replies.push(step.reply);
      waiting = waiting.slice(step.length);
    }
    return replies;
  };
}

interface Step {
  readonly length: number;
  readonly reply: PrinterReply | null;
}

const passOver = (length: number): Step => ({ length, reply: null });

function nextStep(bytes: readonly number[]): Step | 'incomplete' {
  const [first = 0, second] = bytes;
  if (first === processIdHeader[0]) {
    if (second === undefined) return 'incomplete';
    if (second !== processIdHeader[1]) return passOver(1);
    return bytes.length < processIdLength ? 'incomplete' : processIdIn(bytes);
  }
  if ((first & 0x93) === 0x10) return automaticStatus(bytes);
  if ((first & 0x93) === 0x12) return { length: 1, reply: { kind: 'status', byte: first } };
  if (first === 0x00 || first === 0x03) return { length: 1, reply: { kind: 'paper', isOut: false } };
  if (first === 0x0c || first === 0x0f) return { length: 1, reply: { kind: 'paper', isOut: true } };
  return passOver(1);
}

function processIdIn(bytes: readonly number[]): Step {
  if (bytes[processIdLength - 1] !== 0) return passOver(processIdLength);
  const id = String.fromCharCode(...bytes.slice(2, processIdLength - 1));
  return { length: processIdLength, reply: { kind: 'processId', id } };
}

/** The second to fourth byte have bits 4 and 7 clear; the first one that does not is the head of something else. */
function automaticStatus(bytes: readonly number[]): Step | 'incomplete' {
  const length = Math.min(bytes.length, automaticLength);
  for (let at = 1; at < length; at += 1) if (((bytes[at] ?? 0) & 0x90) !== 0) return passOver(at);
  return length < automaticLength ? 'incomplete' : passOver(automaticLength);
}

const idDigits = 94;
const idLength = 4;

/**
 * The id under which a printer is asked about a job: four of the 94 visible ASCII characters, a space not among them. The
 * same number gives the same id, and 78 074 896 numbers in a row give different ones.
 */
export function processIdOf(number: number): string {
  let rest = Math.abs(Math.trunc(number)) % idDigits ** idLength;
  let id = '';
  for (let digit = 0; digit < idLength; digit += 1) {
    id += String.fromCharCode(0x21 + (rest % idDigits));
    rest = Math.floor(rest / idDigits);
  }
  return id;
}
