import { endOf, isMoment } from "@tagledger/core/config/moments";
import { InvalidArgumentError } from "commander";

const FORM = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/;

/**
 * Reads until when something holds: a date includes that UTC day, an instant is itself the end; in epoch milliseconds.
 *
 * @example readUntil("2026-08-31") // Date.UTC(2026, 8, 1)
 */
export function readUntil(text: string): number {
  if (FORM.test(text) && isMoment(text)) return endOf(text);
  throw new InvalidArgumentError(
    "expected a date such as 2026-09-30, or a UTC instant such as 2026-09-30T12:00:00Z.",
  );
}
