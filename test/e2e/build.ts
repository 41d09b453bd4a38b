/** Before the first end-to-end test: the screens and the desktop bundles are those of these sources. */
import { ensureBuilt } from '../../electron/shell/build.ts';
import { root } from '../../electron/shell/root.ts';

export default async function build(): Promise<void> {
  const built = await ensureBuilt(root);
  if (!built.ok) throw new Error(built.message);
}
