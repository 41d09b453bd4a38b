/** The tables of wishes, orders, tasks, polls and firm customers. */
export type ServiceTables = object;
