/** The till as a caller sees it, whatever carries the calls. */
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract.ts';

export type TillClient = ContractRouterClient<Contract>;
