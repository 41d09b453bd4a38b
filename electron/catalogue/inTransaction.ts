/** What the rooms above let happen to goods inside their own transaction. */
export {
  type BulkProduct,
  bulkProductOf,
  goodsNamed,
  groupsNamed,
  insertGoods,
  productIdOfCode,
  rewriteProduct,
  withdrawProduct,
} from './bulkGoods.ts';
