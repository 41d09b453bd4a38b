/** Pages of what the shop owes its customers in care: complaints, contacts, wishes, orders, tasks, polls. */
import type { AnyRoute } from '@tanstack/react-router';

export const servicePages: readonly AnyRoute[] = [];
