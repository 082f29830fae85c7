import { TagledgerError } from "@tagledger/core/errors";
import { CommanderError } from "commander";

/** What the shell is told: 0 done, 1 findings, 2 bad input or configuration, 3 outside failure. */
export const EXIT = { done: 0, findings: 1, badInput: 2, outsideFailure: 3 } as const;

/** The exit code that an error means. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badInput;
  if (!(error instanceof TagledgerError)) return EXIT.outsideFailure;
  return error.code === "outside-failure" ? EXIT.outsideFailure : EXIT.badInput;
}

/** Tells people what went wrong; commander has told already what it refused. */
export function reportError(error: unknown): void {
  if (error instanceof CommanderError) return;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`tagledger: ${message}\n`);
  if (!(error instanceof TagledgerError) && process.env.TAGLEDGER_DEBUG !== undefined) {
    process.stderr.write(`${error instanceof Error ? error.stack : ""}\n`);
  }
}
