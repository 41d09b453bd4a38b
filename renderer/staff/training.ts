/** Into the shop to learn in and back: every page begins anew, because nothing of one shop may stay on screen in the other. */
import { api } from '../app/api.ts';

export async function enterTraining(): Promise<void> {
  if ((await api.shop.openTraining({})).ok) location.reload();
}

export async function leaveTraining(): Promise<void> {
  if ((await api.shop.leaveTraining({})).ok) location.reload();
}
