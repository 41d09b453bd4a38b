/** `npm run -s scenario -- FILE.json`: prices a scenario and says where it differs from what the file expects. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { answerBasket } from '../../shared/sale/runScenario.ts';
import { scenarioSchema } from '../../shared/sale/scenario.ts';
import { differences } from '../../shared/sale/scenarioDifferences.ts';

const usage = 'npm run -s scenario -- FILE.json | --schema   (docs/scenarios.md)';

/** What is printed, and the exit code: 0 as expected, 1 something differs, 2 the file cannot be read as a scenario. */
export interface ScenarioRun {
  readonly printed: unknown;
  readonly exitCode: 0 | 1 | 2;
}

/** Runs a scenario that was read from a file; `text` is its JSON. */
export function runScenarioText(text: string): ScenarioRun {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return notAScenario([{ at: '', says: `not JSON: ${error instanceof Error ? error.message : ''}` }]);
  }
  const parsed = scenarioSchema.safeParse(json);
  if (!parsed.success) {
    return notAScenario(
      parsed.error.issues.map(({ path, message }) => ({ at: path.join('.'), says: message })),
    );
  }
  const baskets = parsed.data.baskets.map((basket) => {
    const answer = answerBasket(parsed.data, basket);
    return { ...answer, differences: differences(basket.expects ?? {}, answer) };
  });
  const differ = baskets.filter((basket) => basket.differences.length > 0).length;
  return { printed: { isAsExpected: differ === 0, baskets }, exitCode: differ === 0 ? 0 : 1 };
}

function notAScenario(problems: readonly { readonly at: string; readonly says: string }[]): ScenarioRun {
  return { printed: { isAsExpected: false, problems }, exitCode: 2 };
}

/** What the arguments of the command ask for. */
export function runCommand(args: readonly string[]): ScenarioRun {
  const [file, ...more] = args;
  if (file === '--schema') {
    return { printed: z.toJSONSchema(scenarioSchema, { io: 'input', unrepresentable: 'any' }), exitCode: 0 };
  }
  if (file === undefined || more.length > 0) return notAScenario([{ at: '', says: usage }]);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return notAScenario([{ at: '', says: `cannot read ${file}` }]);
  }
  return runScenarioText(text);
}

if (process.argv[1] === import.meta.filename) {
  const { printed, exitCode } = runCommand(process.argv.slice(2));
  process.stdout.write(`${JSON.stringify(printed, null, 2)}\n`);
  process.exitCode = exitCode;
}
