/** Every step of the schema, by the name of its file; a new step gets the next number and a line here. */
import type { Migrations } from '../migration.ts';
import { up as shopAndRecords } from './0001_shop_and_records.ts';
import { up as goodsAndCustomers } from './0002_goods_and_customers.ts';
import { up as sales } from './0003_sales.ts';

export const migrations: Migrations = {
  '0001_shop_and_records': shopAndRecords,
  '0002_goods_and_customers': goodsAndCustomers,
  '0003_sales': sales,
};
