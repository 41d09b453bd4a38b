/** The tables of what the shop knows of a customer. */
export type ProfileTables = object;
