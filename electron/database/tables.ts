/** The whole schema at a glance. Money is whole so'm, instants are UTC text, days are the shop's, booleans 0 or 1. */
import type { Generated } from 'kysely';
import type { ComplaintTables } from './complaintTables.ts';
import type { ConsentTables } from './consentTables.ts';
import type {
  CustomerCreditTable,
  DebtPaymentPartTable,
  DebtPaymentTable,
  DebtTable,
  GiftCardSaleTable,
  GiftCardTable,
} from './creditTables.ts';
import type {
  CardBatchTable,
  CardTable,
  CustomerFigureTable,
  CustomerTable,
  CustomerTagTable,
  FormerPhoneTable,
  NameWordTable,
} from './customerTables.ts';
import type { ErasureTables } from './erasureTables.ts';
import type { FirmTables } from './firmTables.ts';
import type { ImportTables } from './importTables.ts';
import type { JournalTables } from './journalTables.ts';
import type {
  BonusDayLimitTable,
  BonusLotTable,
  BonusLotUseTable,
  BonusMonthTable,
  ChallengeReachedTable,
  ChallengeTable,
  ContestEntryTable,
  ContestTable,
  CustomerPaidDayTable,
  DeedGivenTable,
  DeedTable,
  DonationTable,
  DrawTable,
  DrawTicketTable,
  DrawWinnerTable,
  EarningRuleTable,
  FundTable,
  GameRewardTable,
  StampBalanceTable,
  StampCardTable,
  StampMoveTable,
  TierTable,
} from './loyaltyTables.ts';
import type { MergeTables } from './mergeTables.ts';
import type { MonthTables } from './monthTables.ts';
import type { PollTables } from './pollTables.ts';
import type { PrintTables } from './printTables.ts';
import type { ProfileTables } from './profileTables.ts';
import type {
  CodeImportTable,
  CouponBatchTable,
  CouponSeriesTable,
  CouponTable,
  CouponUseTable,
  OfferTable,
  PartnerCodeTable,
  PartnerGoodsTable,
  PartnerPaymentTable,
  PartnerTable,
  PromotionCountTable,
  PromotionTable,
  PromotionUseTable,
  ReferralCodeTable,
  ReferralTable,
} from './promotionTables.ts';
import type {
  CounterTables,
  SaleProgressTable,
  SaleReturnLineTable,
  SaleReturnTable,
  SaleReturnTenderTable,
} from './returnTables.ts';
import type {
  BasketTable,
  PaymentAttemptTable,
  SaleAdjustmentTable,
  SaleAttachmentTable,
  SaleLineTable,
  SaleRewardTable,
  SaleTable,
  SaleTenderTable,
} from './saleTables.ts';
import type { SegmentTables } from './segmentTables.ts';
import type { ServiceTables } from './serviceTables.ts';
import type { ShiftTables } from './shiftTables.ts';
import type { StaffTables } from './staffTables.ts';

type Flag = 0 | 1;

/** Mechanism of every room: intentions and numbers. */
interface IntentionTable {
  id: string;
  verb: string;
  payload_hash: string;
  /** Null where the answer may be shown once only. */
  answer_json: string | null;
  person_id: string | null;
  done_at: string;
}

/** Numbers without gaps, per till and kind of document. */
interface NumberSeriesTable {
  till_id: string;
  kind: string;
  last_number: number;
}

// ledger
interface PostingTable {
  id: string;
  document_kind: string;
  document_id: string;
  business_day: string;
  posted_at: string;
  reason: string;
}
interface PostingEntryTable {
  posting_id: string;
  entry_no: number;
  account_kind: string;
  subject_id: string;
  amount_som: number;
}
interface AccountTable {
  kind: string;
  subject_id: string;
  balance_som: number;
}
/** A balance that a person changed by hand, with a reason and a second person. */
interface CorrectionTable {
  id: string;
  account_kind: string;
  subject_id: string;
  customer_id: string | null;
  amount_som: number;
  reason: string;
  person_id: string;
  approver_id: string | null;
  is_alone: Flag;
  business_day: string;
  corrected_at: string;
  seen_at: string | null;
}

// shop
interface TillTable {
  id: string;
  number: number;
  created_at: string;
}
interface ShopSettingTable {
  id: 'shop';
  settings_json: string;
  is_demo: Flag;
  is_training: Generated<Flag>;
  changed_at: string;
}
interface ShopLogoTable {
  id: 'shop';
  png_base64: string;
  width: number;
  height: number;
  changed_at: string;
}
interface BackupTable {
  id: string;
  file: string;
  made_at: string;
}

// catalogue
interface CategoryTable {
  id: string;
  name_json: string;
  created_at: string;
}
interface ProductTable {
  id: string;
  name_json: string;
  /** All search forms of the name, see shared/text.ts. */
  search_text: string;
  unit: string;
  price_som: number;
  vat_kind: 'shop' | 'none' | 'rate';
  vat_basis_points: number | null;
  category_id: string | null;
  is_quick_good: Flag;
  is_active: Flag;
  created_at: string;
  changed_at: string;
  brand_id: Generated<string | null>;
  tags_json: Generated<string>;
  /** Last day on which the goods on the shelf may be sold. */
  expires_on: Generated<string | null>;
  is_discountable: Generated<Flag>;
  /** What a unit costs the shop; null where nobody has said. */
  cost_som: Generated<number | null>;
  /** What one piece holds, in thousandths of `content_unit`; null where the label needs no price of a unit. */
  content_thousandths: Generated<number | null>;
  content_unit: Generated<'kilogram' | 'litre' | 'metre' | 'piece' | null>;
  /** One line on how to keep, brew or wash it, in the shop's languages. */
  advice_json: Generated<string | null>;
  /** An import that brought it was taken back: it is shown nowhere. */
  withdrawn_at: Generated<string | null>;
}
interface ProductBarcodeTable {
  barcode: string;
  product_id: string;
}
interface ProductPriceTable {
  product_id: string;
  from_at: string;
  price_som: number;
  person_id: string | null;
}

interface BrandTable {
  id: string;
  name: string;
  created_at: string;
}
/** The tag that was last printed for the shelf. */
interface PriceTagTable {
  product_id: string;
  price_som: number;
  old_price_som: number | null;
  printed_at: string;
}

export interface Tables
  extends JournalTables,
    StaffTables,
    ShiftTables,
    MonthTables,
    CounterTables,
    PrintTables,
    ImportTables,
    ProfileTables,
    SegmentTables,
    ErasureTables,
    ComplaintTables,
    ServiceTables,
    ConsentTables,
    MergeTables,
    FirmTables,
    PollTables {
  intention: IntentionTable;
  number_series: NumberSeriesTable;
  posting: PostingTable;
  posting_entry: PostingEntryTable;
  account: AccountTable;
  correction: CorrectionTable;
  till: TillTable;
  shop_setting: ShopSettingTable;
  shop_logo: ShopLogoTable;
  backup: BackupTable;
  category: CategoryTable;
  product: ProductTable;
  product_barcode: ProductBarcodeTable;
  product_price: ProductPriceTable;
  brand: BrandTable;
  price_tag: PriceTagTable;
  customer: CustomerTable;
  customer_tag: CustomerTagTable;
  former_phone: FormerPhoneTable;
  name_word: NameWordTable;
  customer_figure: CustomerFigureTable;
  card_batch: CardBatchTable;
  card: CardTable;
  promotion: PromotionTable;
  promotion_use: PromotionUseTable;
  promotion_count: PromotionCountTable;
  coupon_series: CouponSeriesTable;
  coupon_batch: CouponBatchTable;
  coupon: CouponTable;
  coupon_use: CouponUseTable;
  partner: PartnerTable;
  partner_goods: PartnerGoodsTable;
  partner_payment: PartnerPaymentTable;
  code_import: CodeImportTable;
  partner_code: PartnerCodeTable;
  offer: OfferTable;
  referral_code: ReferralCodeTable;
  referral: ReferralTable;
  bonus_lot: BonusLotTable;
  bonus_lot_use: BonusLotUseTable;
  bonus_day_limit: BonusDayLimitTable;
  bonus_month: BonusMonthTable;
  earning_rule: EarningRuleTable;
  tier: TierTable;
  customer_paid_day: CustomerPaidDayTable;
  deed: DeedTable;
  deed_given: DeedGivenTable;
  stamp_card: StampCardTable;
  stamp_balance: StampBalanceTable;
  stamp_move: StampMoveTable;
  challenge: ChallengeTable;
  challenge_reached: ChallengeReachedTable;
  game_reward: GameRewardTable;
  draw: DrawTable;
  draw_ticket: DrawTicketTable;
  draw_winner: DrawWinnerTable;
  contest: ContestTable;
  contest_entry: ContestEntryTable;
  fund: FundTable;
  donation: DonationTable;
  gift_card: GiftCardTable;
  gift_card_sale: GiftCardSaleTable;
  customer_credit: CustomerCreditTable;
  debt: DebtTable;
  debt_payment: DebtPaymentTable;
  debt_payment_part: DebtPaymentPartTable;
  basket: BasketTable;
  sale: SaleTable;
  sale_line: SaleLineTable;
  sale_adjustment: SaleAdjustmentTable;
  sale_reward: SaleRewardTable;
  sale_tender: SaleTenderTable;
  sale_attachment: SaleAttachmentTable;
  sale_progress: SaleProgressTable;
  sale_return: SaleReturnTable;
  sale_return_line: SaleReturnLineTable;
  sale_return_tender: SaleReturnTenderTable;
  payment_attempt: PaymentAttemptTable;
}
