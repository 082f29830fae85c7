import { TagledgerError } from "@tagledger/core/errors";

/**
 * Waits for all, so that what is wrong with several is said at once.
 *
 * @throws what one failed with; bad-configuration with all messages where several are configured wrongly
 */
export async function together<One, Other>(
  one: Promise<One>,
  other: Promise<Other>,
): Promise<readonly [One, Other]> {
  const settled = await Promise.allSettled([one, other]);
  const reasons: unknown[] = settled.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  const wrong = reasons.filter((reason) => reason instanceof TagledgerError);
  if (wrong.length > 1) {
    const names = wrong.flatMap(({ fields }) => (Array.isArray(fields.names) ? fields.names : []));
    throw new TagledgerError("bad-configuration", wrong.map(({ message }) => message).join("\n"), { names });
  }
  return [await one, await other];
}
