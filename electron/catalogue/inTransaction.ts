/** What the rooms above let happen to goods inside their own transaction. */
export {
  type BulkProduct,
  bulkProductOf,
  goodsNamed,
  groupsMadeAt,
  groupsNamed,
  insertGoods,
  productIdOfCode,
  removeGroups,
  rewriteProduct,
  withdrawProduct,
} from './bulkGoods.ts';
