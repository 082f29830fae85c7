import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pythonWith } from "./python.ts";
import { startWatched } from "./watched.ts";

const REQUIREMENTS = join(import.meta.dirname, "moto-requirements.txt");
const PATIENCE = 60_000;

/** The account that moto takes everybody to be in, unless it tells accounts apart. */
export const MOTO_ACCOUNT = "111122223333";
/** The account that it takes strangers to be in where it does. */
const STRANGERS = "123456789012";

/** An emulator of AWS, running. */
export interface Moto {
  readonly endpoint: string;
  /** The account of whoever took no role. */
  readonly account: string;
  stop(): Promise<void>;
}

/** Makes the environment that moto runs in, where there is none yet: once, before many start it at the same time. */
export function motoPython(): Promise<string> {
  return pythonWith("moto", REQUIREMENTS);
}

/**
 * Starts moto on a free port, with nothing in it.
 *
 * @param severalAccounts whether whoever takes a role in an account is in that account
 * @param withImages whether there are the images of others, whose 1,300 snapshots moto takes for the account's own
 * @throws Error with what it printed when it does not answer
 */
export async function startMoto({ severalAccounts = false, withImages = true } = {}): Promise<Moto> {
  const python = await motoPython();
  // With port 0 the system chooses one, and moto prints which.
  const command = [python, "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"];
  // An account that is named so is the only one.
  const { MOTO_ACCOUNT_ID: _, ...others } = process.env;
  const environment = severalAccounts ? others : { ...others, MOTO_ACCOUNT_ID: MOTO_ACCOUNT };
  const { child, output, stop } = startWatched(command, {
    ...environment,
    PYTHONUNBUFFERED: "1",
    MOTO_EC2_LOAD_DEFAULT_AMIS: String(withImages),
  });
  const account = severalAccounts ? STRANGERS : MOTO_ACCOUNT;
  const end = Date.now() + PATIENCE;
  while (Date.now() < end && child.exitCode === null) {
    const [endpoint] = /http:\/\/127\.0\.0\.1:\d+/.exec(output()) ?? [];
    if (endpoint !== undefined) return { endpoint, account, stop };
    await setTimeout(100);
  }
  await stop();
  throw new Error(`moto did not start:\n${output()}`);
}
