import { TagledgerError } from "@tagledger/core/errors";

const PLACE = /^s3:\/\/([^/]+)(?:\/(.*))?$/;

/** What the function of bills is told besides what all are. */
export interface BillEnvironment {
  /** Where cells are kept; the prefix is empty or ends in a slash. */
  readonly cells: { readonly bucket: string; readonly prefix: string };
  /** Where the deployment has bills delivered, as `s3://bucket`. */
  readonly madePlace: string | undefined;
}

/**
 * Reads and checks what only the function of bills is told.
 *
 * @throws bad-configuration naming the value that is missing or wrong
 * @example readBillEnvironment({ TAGLEDGER_CELLS: "s3://kept/cells" }).cells // { bucket: "kept", prefix: "cells/" }
 */
export function readBillEnvironment(values: Readonly<Record<string, string | undefined>>): BillEnvironment {
  const { TAGLEDGER_CELLS: cells, TAGLEDGER_BILLS: bills } = values;
  const [, bucket, prefix = ""] = PLACE.exec(cells ?? "") ?? [];
  if (bucket === undefined) throw wrong("TAGLEDGER_CELLS", cells, "where the cells of bills are kept");
  if (bills !== undefined && !PLACE.test(bills))
    throw wrong("TAGLEDGER_BILLS", bills, "where the deployment has bills delivered");
  return { cells: { bucket, prefix: prefix.replace(/[^/]$/, "$&/") }, madePlace: bills };
}

function wrong(name: string, value: string | undefined, what: string): TagledgerError {
  const found = value === undefined ? "is missing" : `is ${JSON.stringify(value)}`;
  return new TagledgerError(
    "bad-configuration",
    `${name} ${found}: expected ${what}, as s3://bucket/prefix`,
    { names: [name] },
  );
}
