import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { GraphOptions } from "../stacks/graph.ts";
import { evaluateGraph } from "../stacks/graph.ts";
import { estimate } from "./estimate.ts";
import type { Told } from "./load.ts";
import { measure } from "./measured.ts";
import { LOOKED_UP, REGION } from "./prices.ts";
import { tableOf } from "./show.ts";

// What a deployment would cost, from the graph that `test/stacks` evaluates: it stands beside that, as nothing that is
// shipped may import tests.

const COUNTS = ["resources", "looks", "quarantines", "months"] as const;

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "1000000" },
    stage: { type: "string", default: "production" },
    region: { type: "string", default: REGION },
    account: { type: "string", default: "111122223333" },
    ...Object.fromEntries(COUNTS.map((name) => [name, { type: "string" } as const])),
  },
}) as { values: Readonly<Record<string, string | undefined>> };

// As SST does; what is in the environment already, or in the first, holds.
for (const file of [`.env.${values.stage}`, ".env"].filter(existsSync)) process.loadEnvFile(file);
const env = Object.fromEntries(
  Object.entries(process.env).filter((each): each is [string, string] => each[0].startsWith("TAGLEDGER_")),
);

try {
  if (values.region !== REGION) {
    throw new Error(`--region ${values.region}: prices are known for ${REGION} only`);
  }
  const told = Object.fromEntries(
    ["events" as const, ...COUNTS].flatMap((name) => {
      const text = values[name];
      return text === undefined ? [] : [[name, countIn(name, text)]];
    }),
  ) as unknown as Told;
  const secrets = { SlackWebhook: "not-read" };
  const options: GraphOptions = {
    stage: String(values.stage),
    account: String(values.account),
    region: REGION,
    env,
    secrets,
  };
  const found = estimate(await evaluateGraph(options), await measure(), told);
  const { load } = found;
  console.log(tableOf([found]));
  console.log(
    `\n${load.resources} resources, ${load.looks} looked at, ${load.quarantines} quarantined, ${load.places} places; prices of ${REGION}, on demand, looked up ${LOOKED_UP}`,
  );
  for (const each of found.tooMuch) console.log(`too much: ${each}`);
} catch (error) {
  const text = error instanceof Error ? error.message : String(error);
  // Of what a deployment says where it would fail, the sentence without its way there.
  console.error(/^TagledgerError: (.+)$/m.exec(text)?.[1] ?? text);
  process.exitCode = 2;
}

function countIn(name: string, text: string): bigint {
  if (!/^\d{1,15}$/.test(text)) throw new Error(`--${name} ${text}: expected a number such as 1000000`);
  return BigInt(text);
}
