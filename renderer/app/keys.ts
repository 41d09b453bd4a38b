/** The keyboard of the sell screen as a table: which physical key does what, in which state, and how its cap is drawn. */

/** A physical key with its modifiers: `F12`, `NumpadAdd`, `Control+Enter`, `Shift+Digit8`. */
export type Binding = string;

export const keyStates = ['selling', 'payment'] as const;
export type KeyState = (typeof keyStates)[number];

/**
 * Function keys and the number pad for everything that is done often; the second binding is for keyboards without a
 * number pad and for browsers that keep a function key to themselves. Letters never act: they begin a search.
 */
const selling = {
  pay: ['F12', 'NumpadAdd', 'Control+Enter'],
  payByCard: ['F11', 'Alt+Enter'],
  quantity: ['NumpadMultiply', 'Shift+Digit8'],
  oneLess: ['NumpadSubtract', 'Alt+Minus'],
  removeLine: ['Delete', 'Shift+Delete'],
  nextLine: ['ArrowDown', 'Alt+KeyJ'],
  previousLine: ['ArrowUp', 'Alt+KeyK'],
  help: ['F1', 'Alt+Digit1'],
  search: ['F2', 'Alt+Digit2'],
  priceCheck: ['F3', 'Alt+Digit3'],
  customer: ['F4', 'Alt+Digit4'],
  park: ['F5', 'Alt+Digit5'],
  resume: ['F6', 'Alt+Digit6'],
  baskets: ['Shift+F6', 'Alt+KeyB'],
  discount: ['F7', 'Alt+Digit7'],
  returnGoods: ['F8', 'Alt+Digit8'],
  bonus: ['F9', 'Alt+Digit9'],
  reprint: ['F10', 'Alt+Digit0'],
  lastReceipt: ['Shift+F10', 'Alt+KeyR'],
  printer: ['Control+F10', 'Alt+KeyP'],
  close: ['Escape', 'Alt+Backspace'],
  lock: ['Control+Shift+KeyL', 'Pause'],
  switchSeller: ['Control+Shift+KeyS', 'Alt+KeyS'],
  peek: ['Control+Shift+KeyT', 'Alt+KeyT'],
  complaint: ['Shift+F8', 'Alt+KeyC'],
  wish: ['Shift+F3', 'Alt+KeyW'],
  order: ['Shift+F5', 'Alt+KeyO'],
  feedback: ['Shift+F4', 'Alt+KeyF'],
  surprise: ['Shift+F9', 'Alt+KeyG'],
} as const satisfies Readonly<Record<string, readonly Binding[]>>;

const payment = {
  complete: ['Enter', 'NumpadEnter', 'F12'],
  payInCash: ['NumpadDivide', 'F10'],
  payByCard: ['NumpadMultiply', 'F11'],
  quickAmount1: ['Alt+Digit1', 'F1'],
  quickAmount2: ['Alt+Digit2', 'F2'],
  quickAmount3: ['Alt+Digit3', 'F3'],
  quickAmount4: ['Alt+Digit4', 'F4'],
  nextPayment: ['ArrowDown', 'Alt+KeyJ'],
  previousPayment: ['ArrowUp', 'Alt+KeyK'],
  voidPayment: ['Delete', 'NumpadSubtract'],
  giftCard: ['F5', 'Alt+Digit5'],
  account: ['F6', 'Alt+Digit6'],
  sellOnCredit: ['F7', 'Alt+Digit7'],
  changeToAccount: ['F8', 'Alt+Digit8'],
  roundUp: ['Alt+KeyE', 'Insert'],
  bonus: ['F9', 'Alt+Digit9'],
  backToBasket: ['Escape', 'Alt+Backspace'],
} as const satisfies Readonly<Record<string, readonly Binding[]>>;

export const keyTable = { selling, payment } as const;

export type KeyAction<S extends KeyState = KeyState> = S extends KeyState
  ? keyof (typeof keyTable)[S]
  : never;

/** What the shop has changed for this machine: an action with its own bindings. */
export type KeyChanges = Readonly<
  Partial<Record<KeyState, Readonly<Partial<Record<string, readonly Binding[]>>>>>
>;

/** Actions that may be held down; all others act once for each press. */
const mayRepeat: readonly string[] = [
  'nextLine',
  'previousLine',
  'oneLess',
  'nextPayment',
  'previousPayment',
];

export function bindingsOf(state: KeyState, action: KeyAction, changes: KeyChanges = {}): readonly Binding[] {
  const table: Readonly<Record<string, readonly Binding[]>> = keyTable[state];
  return changes[state]?.[action] ?? table[action] ?? [];
}

/** Bindings that two actions of one state share; a table with any may not be stored. */
export function conflictsIn(state: KeyState, changes: KeyChanges = {}): readonly Binding[] {
  const seen = new Set<Binding>();
  const doubled = new Set<Binding>();
  for (const action of actionsOf(state)) {
    for (const binding of bindingsOf(state, action, changes)) {
      if (seen.has(binding)) doubled.add(binding);
      seen.add(binding);
    }
  }
  return [...doubled];
}

export function actionsOf<S extends KeyState>(state: S): readonly KeyAction<S>[] {
  return Object.keys(keyTable[state]) as KeyAction<S>[];
}

interface PressedKey {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
}

export function bindingOf(key: PressedKey): Binding {
  const parts = [
    key.ctrlKey && 'Control',
    key.altKey && 'Alt',
    key.shiftKey && 'Shift',
    key.metaKey && 'Meta',
  ];
  return [...parts.filter((part) => part !== false), key.code].join('+');
}

/** What a pressed key does in this state, or null. By the physical key, so that Russian and Uzbek layouts are the same. */
export function actionOf<S extends KeyState>(
  state: S,
  key: PressedKey,
  changes: KeyChanges = {},
): KeyAction<S> | null {
  if (key.isComposing) return null;
  const binding = bindingOf(key);
  const action = actionsOf(state).find((candidate) =>
    bindingsOf(state, candidate, changes).includes(binding),
  );
  if (action === undefined || (key.repeat && !mayRepeat.includes(String(action)))) return null;
  return action;
}

const capNames: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: 'Enter',
  NumpadEnter: 'Enter',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num −',
  NumpadMultiply: '*',
  NumpadDivide: 'Num /',
  Minus: '−',
};

/** How a binding is written on its cap: `Control+Shift+KeyL` is Ctrl+Shift+L. */
export function capOf(binding: Binding): string {
  if (binding === 'Shift+Digit8') return '*';
  return binding
    .split('+')
    .map((part) => capNames[part] ?? part.replace(/^(Key|Digit)/, ''))
    .join('+');
}

/** The keys a browser would take for itself (help, find, reload, menu, full screen): the page keeps them all. */
export function isBrowsersKey(code: string): boolean {
  return /^F([1-9]|1[0-2])$/.test(code);
}
