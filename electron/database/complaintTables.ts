/** The tables of feedback, complaints and contacts. */
export type ComplaintTables = object;
