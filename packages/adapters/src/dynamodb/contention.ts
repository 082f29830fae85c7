import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";

/** How to wait before another attempt. */
export interface Waiting {
  /** Anything from 0 on and below 1. */
  random(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

/** How often something is tried; together these wait five seconds at most. */
const ATTEMPTS = 10;
const FIRST_DELAY = 20;
const LONGEST_DELAY = 1000;

const ERRORS = ["TransactionConflictException", "TransactionInProgressException"];
const REASONS = ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"];

/** Does something again for as long as others who write the same items, or too much at once, are in its way. */
export async function despiteContention<T>(waiting: Waiting, act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt === ATTEMPTS || !isContention(error)) throw error;
    }
    // Each waits for another time, or they would all meet again.
    await waiting.sleep(waiting.random() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempt - 1)));
  }
}

/** Whether it was others who were in the way, which is over in a moment; the client does not look into transactions. */
export function isContention(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) {
    return error instanceof Error && ERRORS.includes(error.name);
  }
  const codes = (error.CancellationReasons ?? []).flatMap(({ Code = "None" }) =>
    Code === "None" ? [] : [Code],
  );
  return codes.length > 0 && codes.every((code) => REASONS.includes(code));
}
