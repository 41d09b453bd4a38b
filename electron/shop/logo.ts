/** The shop's logo: kept beside the settings, checked at the border, shown on everything that is handed out. */
import { isRefused, Refusal } from '../../shared/errors.ts';
import { shopContract } from '../../shared/shop/contract.ts';
import { readLogo } from '../../shared/shop/logo.ts';
import { documentOf } from '../document.ts';
import { readingVerb, writingVerb } from '../verb.ts';

export const logo = readingVerb(shopContract.logo, async (scope) => {
  const row = await scope.db.selectFrom('shop_logo').selectAll().executeTakeFirst();
  return {
    logo: row === undefined ? null : { png: row.png_base64, width: row.width, height: row.height },
  };
});

/** Keeps a new logo, or none. */
export const saveLogo = writingVerb(shopContract.saveLogo, async (scope, input) => {
  await scope.trx.deleteFrom('shop_logo').execute();
  if (input.png !== null) {
    const size = readLogo(Buffer.from(input.png, 'base64'));
    if (isRefused(size)) throw new Refusal(size.refused, size.data);
    await scope.trx
      .insertInto('shop_logo')
      .values({ id: 'shop', png_base64: input.png, ...size, changed_at: scope.now })
      .execute();
  }
  await scope.follow(documentOf(scope, 'logoChanged', { hasLogo: input.png !== null }));
  scope.changed('shop');
  return {};
});
