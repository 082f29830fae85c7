import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const HOME = join(import.meta.dirname, "../../../../node_modules/.cache/tagledger/calls");

/** A call that a client made of AWS, as it is kept. */
export interface RecordedCall {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly service: string;
  /** As permissions name it: `ec2:StopInstances`. */
  readonly action: string;
  readonly account: string;
  readonly region: string;
  readonly isWrite: boolean;
  /** Null where the connection was lost before anybody answered. */
  readonly status: number | null;
  /** The code of the error; null where the call succeeded. */
  readonly error: string | null;
  /** Whether it was us who answered in this way. */
  readonly isInjected: boolean;
}

/** The same with what was asked, for as long as a test runs. */
export interface Call extends RecordedCall {
  /** Path and body, as they were sent; names and ids are found in it. */
  readonly request: string;
}

/** Where the calls of a test file are kept. */
export function callsFile(name: string): string {
  return join(HOME, `${name}.jsonl`);
}

/** Keeps calls in a file that is new, one to a line. */
export function callKeeper(file: string): (call: RecordedCall) => void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
  return (call) => appendFileSync(file, `${JSON.stringify(call)}\n`);
}
