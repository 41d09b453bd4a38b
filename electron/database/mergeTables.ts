/** The tables of what a merge moved. */
export type MergeTables = object;
