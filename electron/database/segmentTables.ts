/** The tables of groups of customers and small gifts. */
export type SegmentTables = object;
