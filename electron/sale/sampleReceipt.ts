/** A made-up sale that shows what a receipt can say, for whoever decides how the shop's receipts look. */
import { som, vatInside } from '../../shared/money.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { Language, LocalText } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { SaleOnPaper } from './saleOnPaper.ts';
import { noProgress } from './saleProgress.ts';

interface SampleGoods {
  readonly name: Required<LocalText>;
  readonly unit: 'piece' | 'kilogram';
  readonly priceSom: number;
  readonly quantityThousandths: number;
  readonly discountSom: number;
}

/** 36 000 + 34 000 + 14 000 = 84 000; a tenth off the tea leaves 80 400. */
const goods: readonly SampleGoods[] = [
  {
    name: { uz: 'Koʻk choy 100 g', ru: 'Чай зелёный 100 г', en: 'Green tea 100 g' },
    unit: 'piece',
    priceSom: 18_000,
    quantityThousandths: 2_000,
    discountSom: 3_600,
  },
  {
    name: { uz: 'Pechenye “Bolajon”', ru: 'Печенье «Боладжон»', en: 'Biscuits “Bolajon”' },
    unit: 'kilogram',
    priceSom: 40_000,
    quantityThousandths: 850,
    discountSom: 0,
  },
  {
    name: { uz: 'Sut 3,2% 1 litr', ru: 'Молоко 3,2% 1 литр', en: 'Milk 3.2% 1 litre' },
    unit: 'piece',
    priceSom: 14_000,
    quantityThousandths: 1_000,
    discountSom: 0,
  },
];
const discount: Required<LocalText> = {
  uz: 'Choy haftaligi −10%',
  ru: 'Неделя чая −10%',
  en: 'Tea week −10%',
};
const advice: Required<LocalText> = {
  uz: 'Quruq joyda saqlang.',
  ru: 'Хранить в сухом месте.',
  en: 'Keep in a dry place.',
};

const grossSom = 84_000;
const netSom = 80_400;
const bonusSpentSom = 5_000;
const cashSom = 75_400;
const receivedSom = 80_000;
const changeSom = 4_600;

const saleId = 'sample';

/** The sale at the shop's own counter, now: with a customer, a discount, bonus and change. */
export function sampleReceipt(sample: {
  readonly settings: ShopSettings;
  readonly language: Language;
  readonly at: Instant;
  readonly day: BusinessDay;
  readonly logo: SaleOnPaper['logo'];
}): SaleOnPaper {
  const { settings, logo } = sample;
  return {
    sale: saleRow(sample),
    lines: goods.map((line, index) => lineRow(line, index + 1)),
    adjustments: goods.flatMap(({ discountSom }, index) =>
      discountSom === 0
        ? []
        : [
            {
              sale_id: saleId,
              line_no: index + 1,
              adjustment_no: 1,
              step: 'promotion',
              source_id: saleId,
              reason_json: JSON.stringify(discount),
              amount_som: discountSom,
            },
          ],
    ),
    tenders: [tenderRow(1, 'bonus', bonusSpentSom), tenderRow(2, 'cash', cashSom)],
    rewards: [],
    settings,
    cashierName: 'Malika',
    customerName: 'Dilnoza Karimova',
    buyer: null,
    friendBonusSom: 0,
    progress: noProgress,
    fundName: null,
    coupons: [],
    logo,
    advice: { 'sample 1': advice },
    fiscal: null,
  };
}

function saleRow({ settings, language, at, day }: Parameters<typeof sampleReceipt>[0]): SaleOnPaper['sale'] {
  const { vatBasisPoints } = settings;
  return {
    id: saleId,
    till_id: saleId,
    number: 1042,
    receipt_code: 'R7K3M9Q4XT',
    shift_id: saleId,
    person_id: saleId,
    business_day: day,
    sold_at: at,
    customer_id: saleId,
    identification: 'card',
    claim_code: null,
    claim_expires_on: null,
    language,
    gross_som: grossSom,
    net_som: netSom,
    vat_som: vatBasisPoints === null ? 0 : vatInside(som(netSom), vatBasisPoints),
    rounding_som: 0,
    received_cash_som: receivedSom,
    change_som: changeSom,
    bonus_spent_som: bonusSpentSom,
    bonus_earned_som: 1_508,
    bonus_balance_som: 12_300,
    line_count: goods.length,
    has_debt_earned: 0,
    entered_at: null,
  };
}

function lineRow(line: SampleGoods, lineNumber: number): SaleOnPaper['lines'][number] {
  const { name, unit, priceSom, quantityThousandths, discountSom } = line;
  const sumSom = (priceSom * quantityThousandths) / 1000;
  return {
    sale_id: saleId,
    line_no: lineNumber,
    product_id: `${saleId} ${lineNumber}`,
    name_json: JSON.stringify(name),
    unit,
    price_som: priceSom,
    quantity_thousandths: quantityThousandths,
    gross_som: sumSom,
    net_som: sumSom - discountSom,
    settled_som: sumSom - discountSom,
    vat_basis_points: null,
    vat_som: 0,
    bonus_basis_points: 0,
    bonus_share_som: 0,
    gift_card_share_som: 0,
    store_credit_share_som: 0,
    debt_share_som: 0,
    money_share_som: 0,
    cost_som: null,
  };
}

function tenderRow(
  number: number,
  kind: 'bonus' | 'cash',
  amountSom: number,
): SaleOnPaper['tenders'][number] {
  return {
    sale_id: saleId,
    tender_no: number,
    kind,
    provider: null,
    amount_som: amountSom,
    reference: null,
  };
}
