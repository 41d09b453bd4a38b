/** The cap of a key as it is drawn on buttons and in the bottom bar. */
import { type Binding, bindingsOf, capOf, type KeyAction, type KeyState } from '../app/keys.ts';
import styles from './KeyCap.module.css';

/** The cap of one physical key. `isOnColour` for caps on a coloured button. */
export function KeyCap({ binding, isOnColour = false }: { binding: Binding; isOnColour?: boolean }) {
  return <kbd className={isOnColour ? styles.onColour : styles.cap}>{capOf(binding)}</kbd>;
}

/** The cap of the first key that does this action. */
export function ActionKey<S extends KeyState>({
  state,
  action,
  isOnColour = false,
}: {
  state: S;
  action: KeyAction<S>;
  isOnColour?: boolean;
}) {
  const [first] = bindingsOf(state, action);
  return first === undefined ? null : <KeyCap binding={first} isOnColour={isOnColour} />;
}
