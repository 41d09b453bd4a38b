/** The tables of firm customers. */
export type FirmTables = object;
