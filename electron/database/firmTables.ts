/** The tables of firm customers. */
export interface FirmTables {
  firm: FirmTable;
}

/** A customer who buys as a firm or as a sole trader. */
interface FirmTable {
  customer_id: string;
  legal_name: string;
  /** STIR, or the JShShIR of a sole trader. */
  tax_number: string;
  contract_number: string;
  contract_on: string | null;
  /** The customers' tag for which the agreed prices hold; empty without a price list. */
  price_list_tag: string;
  created_at: string;
  changed_at: string;
}
