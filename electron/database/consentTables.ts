/** The tables of consents by channel, beside `consent` and `consent_withdrawal`. */
export type ConsentTables = object;
