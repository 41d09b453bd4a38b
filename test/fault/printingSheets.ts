/** What a person reads on a sheet of the fault test: which receipt it is, whether it says that it is a copy, whether it ends. */

export interface ReadSheet {
  /** Null on a scrap that ends before the number. */
  readonly number: number | null;
  /** 0 without the mark of a copy. */
  readonly copyNumber: number;
  readonly isWhole: boolean;
}

/** `Chek 17.` stands in the first line of a receipt, `Rahmat 17!` in the last; a copy begins with COPY and its number. */
export function sheetOf(printed: string): ReadSheet {
  const number = /Chek (\d+)\./.exec(printed)?.[1];
  const end = /Rahmat (\d+)!/.exec(printed)?.[1];
  // Between the word and the figure stands the sign № of cp866.
  const copy = /COPY \S?(\d+)/.exec(printed)?.[1];
  return {
    number: number === undefined ? null : Number(number),
    copyNumber: copy === undefined ? 0 : Number(copy),
    isWhole: number !== undefined && end === number,
  };
}
