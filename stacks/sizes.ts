import { badInput } from "@tagledger/core/errors";
import { environmentOf } from "./environment.ts";
import { intakePolicy } from "./intake.ts";
import type { Told } from "./told.ts";

/** How many bytes Lambda takes as the environment of a function. */
const ENVIRONMENT = 4096;
/** How many characters EventBridge takes as the policy of a bus. */
const BUS_POLICY = 10_240;
/** As long as AWS lets a name be: what is made has none yet. */
const LONGEST = "x".repeat(64);
/** What SST adds, and a secret such as the address of a webhook. */
const RESERVE = 512;

/**
 * Checks what grows with the places against what AWS takes, before anything is made.
 *
 * @throws bad-input naming what is too large, and what to do
 */
export function checkSizes(told: Told): void {
  const { names, home, places, members } = told;
  const bus = `arn:${names.partition}:events:${home.region}:${home.account}:event-bus/${names.ours}-intake`;
  const policy = intakePolicy(bus, told).length;
  if (members.length > 0 && policy > BUS_POLICY) {
    throw tooMany(
      `${members.length} other accounts`,
      `the policy of the bus ${names.ours}-intake`,
      policy,
      BUS_POLICY,
    );
  }
  const stores = { table: LONGEST, bus: names.ours, config: `s3://${LONGEST}/tagledger.yaml` };
  const environment = JSON.stringify(environmentOf(told, stores, names.remediation)).length + RESERVE;
  if (environment > ENVIRONMENT) {
    throw tooMany(
      `${places.length} accounts and regions`,
      `the environment of ${names.ours}-on-due`,
      environment,
      ENVIRONMENT,
    );
  }
}

function tooMany(what: string, where: string, size: number, most: number) {
  const advice = "look after some of them by a deployment of their own";
  return badInput(
    `TAGLEDGER_PLACES names ${what}: ${where} would have ${size} characters, and AWS takes ${most}; ${advice}`,
  );
}
