/** Every step of the schema, by the name of its file; a new step gets the next number and a line here. */
import type { Migrations } from '../migration.ts';
import { up as shopAndRecords } from './0001_shop_and_records.ts';
import { up as goodsAndCustomers } from './0002_goods_and_customers.ts';
import { up as sales } from './0003_sales.ts';
import { up as promotions } from './0004_promotions.ts';
import { up as couponsAndPartners } from './0005_coupons_and_partners.ts';
import { up as referralsAndOffers } from './0006_referrals_and_offers.ts';
import { up as loyalty } from './0007_loyalty.ts';
import { up as credit } from './0008_credit.ts';
import { up as returns } from './0009_returns.ts';
import { up as people } from './0010_people.ts';
import { up as shifts } from './0011_shifts.ts';
import { up as counter } from './0012_counter.ts';
import { up as journal } from './0013_journal.ts';
import { up as months } from './0014_months.ts';
import { up as training } from './0015_training.ts';
import { up as printing } from './0016_printing.ts';
import { up as imports } from './0017_imports.ts';
import { up as profiles } from './0018_profiles.ts';
import { up as segments } from './0019_segments.ts';
import { up as consents } from './0020_consents.ts';
import { up as complaints } from './0021_complaints.ts';
import { up as service } from './0022_service.ts';
import { up as spelling } from './0023_spelling.ts';
import { up as erasure } from './0024_erasure.ts';
import { up as merges } from './0025_merges.ts';
import { up as firms } from './0026_firms.ts';
import { up as polls } from './0027_polls.ts';

export const migrations: Migrations = {
  '0001_shop_and_records': shopAndRecords,
  '0002_goods_and_customers': goodsAndCustomers,
  '0003_sales': sales,
  '0004_promotions': promotions,
  '0005_coupons_and_partners': couponsAndPartners,
  '0006_referrals_and_offers': referralsAndOffers,
  '0007_loyalty': loyalty,
  '0008_credit': credit,
  '0009_returns': returns,
  '0010_people': people,
  '0011_shifts': shifts,
  '0012_counter': counter,
  '0013_journal': journal,
  '0014_months': months,
  '0015_training': training,
  '0016_printing': printing,
  '0017_imports': imports,
  '0018_profiles': profiles,
  '0019_segments': segments,
  '0020_consents': consents,
  '0021_complaints': complaints,
  '0022_service': service,
  '0023_spelling': spelling,
  '0024_erasure': erasure,
  '0025_merges': merges,
  '0026_firms': firms,
  '0027_polls': polls,
};
