/** The tables of polls. */
export type PollTables = object;
