import { dirname, join, parse } from "node:path";
import { badInput } from "@tagledger/core/errors";
import { Option } from "commander";

const S3 = /^s3:\/\/[a-z0-9.-]{3,63}(\/.*)?$/;

/** Where the cells of bills are, as commands take it. */
export function cellsOption(): Option {
  return new Option(
    "--cells <place>",
    "where the cells of bills are kept: a folder, or s3://BUCKET/PREFIX (default: a folder beside the ledger)",
  ).env("TAGLEDGER_CELLS");
}

/**
 * Where the cells of bills are: as was said, else in a folder beside a ledger that is a file.
 *
 * @throws bad-input where the ledger is a table and nobody said
 * @example cellsPlace(undefined, ".tagledger/ledger.sqlite") // ".tagledger/ledger-cells"
 */
export function cellsPlace(named: string | undefined, ledger: string): string {
  if (named !== undefined) {
    if (named.startsWith("s3:") && !S3.test(named))
      throw badInput(`--cells ${named}: expected a folder, or s3://BUCKET/PREFIX`, { value: named });
    return named;
  }
  if (ledger.startsWith("dynamodb:"))
    throw badInput(`--cells: say where the cells of bills are that ${ledger} knows, or set TAGLEDGER_CELLS`);
  return join(dirname(ledger), `${parse(ledger).name}-cells`);
}
