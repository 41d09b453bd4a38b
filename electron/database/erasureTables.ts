/** The tables of consents by channel and of what was erased. */
export type ErasureTables = object;
