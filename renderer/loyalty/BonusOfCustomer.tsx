/** The bonus of one customer: what can be done with it, what they collected beside it, and every movement. */
import type { Customer } from '../../shared/customer/contract.ts';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { BonusActions } from './BonusActions.tsx';
import { BonusMovements } from './BonusMovements.tsx';
import { Standing } from './Standing.tsx';

export function BonusOfCustomer({ customer }: { customer: Customer }) {
  const { data, error } = useTill(api.loyalty.account, { customerId: customer.id });
  return (
    <>
      <ErrorAnswer error={error} />
      <Standing customerId={customer.id} />
      {data !== undefined && (
        <>
          <BonusActions customer={customer} spendableSom={data.spendableSom} />
          <BonusMovements account={data} />
        </>
      )}
    </>
  );
}
