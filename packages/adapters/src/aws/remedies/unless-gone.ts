import { isNamed } from "../inventory/misses.ts";

/**
 * An answer, or null where the service says by one of some errors that what it was asked about is not there.
 *
 * @param gone the names of these errors, or what recognises them
 * @example await unlessGone(clients.of(GlueClient).send(new GetCrawlerCommand({ Name })), ["EntityNotFoundException"])
 * @throws any other error of the call
 */
export async function unlessGone<Answer>(
  answer: Promise<Answer>,
  gone: readonly string[] | ((error: unknown) => boolean),
): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    const says = typeof gone === "function" ? gone(error) : isNamed(error, gone);
    if (says) return null;
    throw error;
  }
}
