/**
 * The till that is killed: the real one, behind its real loopback, as a process of its own. Says `ready ADDRESS` when it
 * serves. Everybody who connects is the cashier, so that no time is spent on hashing a PIN.
 *
 *     node killedTill.mjs DIRECTORY [MUTANT]
 */
import { RPCHandler } from '@orpc/server/ws';
import { createRouter } from '../../electron/router.ts';
import { serveLoopback } from '../../electron/shell/loopback.ts';
import { openTill } from '../../electron/till.ts';
import { plantDefect } from './mutants.ts';

const [dataDirectory = '', mutant = 'none'] = process.argv.slice(2);
const till = await openTill({ dataDirectory, shell: 'browser' });
const host = plantDefect(mutant, till.host());
const handler = new RPCHandler(createRouter(till.parts, () => host));
const { id: cashierId } = await till.parts
  .database()
  .db.selectFrom('person')
  .select('id')
  .where('role', '=', 'cashier')
  .executeTakeFirstOrThrow();
const loopback = await serveLoopback({
  screens: new Map(),
  secret: 'never told',
  port: 0,
  onClient: (socket, key) => {
    till.parts.sessions.logIn(key, cashierId);
    void handler.upgrade(socket, { context: till.context({ key }) });
  },
});
process.stdout.write(`ready ${loopback.newAddress()}\n`);
process.on('SIGTERM', async () => {
  await loopback.close();
  await till.close();
  process.exit(0);
});
