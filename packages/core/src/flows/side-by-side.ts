import type { AuditItem } from "../reports/audit/audited.ts";

/**
 * Puts two audits of one log side by side: both give the same items in the same order, one for one.
 *
 * @example for await (const [before, after] of sideBySide(audit(…), audit(…))) …
 */
export async function* sideBySide(
  before: AsyncIterable<AuditItem>,
  after: AsyncIterable<AuditItem>,
): AsyncGenerator<readonly [AuditItem, AuditItem]> {
  const others = after[Symbol.asyncIterator]();
  try {
    for await (const item of before) {
      const other = await others.next();
      // A log that grows while it is read may give one of them more.
      if (other.done === true) return;
      yield [item, other.value];
    }
  } finally {
    await others.return?.();
  }
}
