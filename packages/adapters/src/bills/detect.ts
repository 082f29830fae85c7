import { badInput } from "@tagledger/core/errors";
import { cur } from "./cur.ts";
import { focus } from "./focus.ts";
import { type BillFormat, comparableColumn } from "./format.ts";

/** The families of bills that are read; another one is another file like theirs. */
export const FORMATS: readonly BillFormat[] = [focus, cur];

/** Native reports of other providers, by columns that only they have. */
const FOREIGN: readonly (readonly [provider: string, columns: readonly string[]])[] = [
  [
    "an Azure cost export",
    ["meterid", "metercategory", "costinbillingcurrency", "subscriptionguid", "consumedservice"],
  ],
  ["an OCI cost report", ["lineitemreferenceno", "lineitemtenantid", "costmycost", "productcompartmentid"]],
  ["a Google Cloud billing export", ["billingaccountid", "skudescription", "projectid", "usagestarttime"]],
];

const ENOUGH = 3;

/**
 * Says which family of bills a table is by its columns.
 *
 * @throws bad-input naming what it looks like instead
 */
export function detectFormat(path: string, columns: readonly string[]): BillFormat {
  const present = new Set(columns.map(comparableColumn));
  const count = (names: readonly string[]) => names.filter((name) => present.has(name)).length;
  const foreign = FOREIGN.find(([, names]) => count(names) >= 2)?.[0];
  const format = FORMATS.find(({ signature }) => count(signature) >= ENOUGH);
  if (format !== undefined && foreign === undefined) return format;
  const what =
    foreign === undefined
      ? `not a bill that is known; it has the columns ${columns.slice(0, 6).join(", ")}${columns.length > 6 ? ", …" : ""}`
      : `${foreign} in the provider's own format; export it as FOCUS instead`;
  throw badInput(`${path}: this is ${what} (expected FOCUS, or an AWS Cost and Usage Report)`, {
    file: path,
  });
}
