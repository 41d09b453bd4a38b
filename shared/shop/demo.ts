/** The demo shop's people and secrets, which its log-in screen tells: a demo that nobody can enter shows nothing. */

export const demoShop = {
  ownerPassword: 'daftar-demo',
  cashierPin: '2580',
} as const;
