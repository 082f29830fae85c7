import { TagledgerError } from "@tagledger/core/errors";
import type { Place } from "./place.ts";

/** Gives on what a list gives, and says which one it was when it breaks off. */
export async function* sayingWhich<Page>(
  calls: readonly string[],
  { account, region }: Place,
  pages: AsyncIterable<Page>,
): AsyncGenerator<Page> {
  try {
    yield* pages;
  } catch (error) {
    throw brokeOff(calls, { account, region }, error);
  }
}

/** That a list is not whole. */
export function brokeOff(
  calls: readonly string[],
  { account, region }: Place,
  error: unknown,
): TagledgerError {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const call = calls.join(", ");
  const message = `the list by ${call} in account ${account}, region ${region} broke off (${reason})`;
  return new TagledgerError("outside-failure", message, { call, account, region }, { cause: error });
}
