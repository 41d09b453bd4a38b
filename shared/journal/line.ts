/** A link of the journal as one line of a file: who wrote it, its place, its hash and the content that was hashed. */
import type { ChainEnd } from './chain.ts';

export function journalLine(
  tillId: string,
  link: { readonly sequence: number; readonly hash: string; readonly content_json: string },
): string {
  return `{"till":"${tillId}","sequence":${link.sequence},"hash":"${link.hash}","document":${link.content_json}}`;
}

const lineHead = /^{"till":"[^"]*","sequence":(\d+),"hash":"([^"]*)"/;

/** Which link a line is. A line that no till wrote is link 0. */
export function linkOfLine(line: string): ChainEnd {
  const [, sequence = '0', hash = ''] = lineHead.exec(line) ?? [];
  return { sequence: Number(sequence), hash };
}
