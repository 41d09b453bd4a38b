/** The bytes of a print job under the eyes of its reader, and what the printer remembers from one command to the next. */
import type { PaperEvent } from './paperEvents.ts';

export interface Modes {
  page: number;
  bold: boolean;
  size: number;
  justification: number;
  moduleDots: number;
  heightDots: number;
  hri: number;
  qrModel: number;
  qrModule: number;
  qrLevel: number;
}

export const atPowerOn: Modes = {
  page: 0,
  bold: false,
  size: 0,
  justification: 0,
  moduleDots: 3,
  heightDots: 162,
  hri: 0,
  qrModel: 50,
  qrModule: 3,
  qrLevel: 48,
};

export interface TextStyle {
  readonly bold: boolean;
  readonly double: boolean;
}

export class JobReader {
  readonly events: PaperEvent[] = [];
  modes: Modes = { ...atPowerOn };
  pending: number[] = [];
  pendingStyle: TextStyle | null = null;
  qrStored: string | null = null;
  readonly bytes: Uint8Array;
  readonly pages: Readonly<Record<number, string>>;
  at = 0;

  constructor(bytes: Uint8Array, pages: Readonly<Record<number, string>>) {
    this.bytes = bytes;
    this.pages = pages;
  }

  next(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new Error(`the job ends inside a command at byte ${this.at}`);
    this.at += 1;
    return byte;
  }

  take(count: number): Uint8Array {
    if (this.at + count > this.bytes.length) throw new Error(`the job ends inside data at byte ${this.at}`);
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  get centred(): boolean {
    return this.modes.justification === 1;
  }

  /** Symbols and pictures are only printed while no text waits for its line feed. */
  mustBeAtLineStart(command: string): void {
    if (this.pending.length > 0) throw new Error(`${command} in the middle of a line`);
  }
}

/** The error for the byte that was read last. */
export function unexpected(paper: JobReader, where: string): Error {
  const byte = paper.bytes[paper.at - 1] ?? -1;
  return new Error(`unexpected byte 0x${byte.toString(16)} in ${where} at ${paper.at - 1}`);
}

export function expectByte(paper: JobReader, wanted: number, where: string): void {
  if (paper.next() !== wanted) throw unexpected(paper, where);
}

export function numberIn(paper: JobReader, command: string, lowest: number, highest: number): number {
  const value = paper.next();
  if (value < lowest || value > highest) throw unexpected(paper, command);
  return value;
}
