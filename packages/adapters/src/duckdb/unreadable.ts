import { badInput, TagledgerError } from "@tagledger/core/errors";

/** What DuckDB says of files it cannot read, and what to tell people. */
const EXPLANATIONS: readonly (readonly [says: RegExp, means: (match: RegExpMatchArray) => string])[] = [
  [
    /Expected Number of Columns: (\d+) Found: (\d+)/,
    ([, expected, found]) => `${found} values where the header has ${expected}; the file may be cut off`,
  ],
  [/unterminated quote/i, () => "a quoted value does not end"],
  [
    /No magic bytes found at end of file|too small to be a Parquet file/i,
    () => "the Parquet file is cut off or damaged",
  ],
  [/Invalid unicode|not utf-?8 encoded|Invalid UTF/i, () => "text that is not UTF-8"],
  [/Maximum line size/i, () => "a line longer than any bill has"],
  [/Overflow in HUGEINT/i, () => "amounts that sum to more than 10^14"],
];

/** The error of a file that could not be read, naming the file and, where it is known, the line. */
export function unreadableFile(path: string, cause: unknown, line?: number): unknown {
  if (cause instanceof TagledgerError || !(cause instanceof Error)) return cause;
  if ("code" in cause) return cause;
  const place = line === undefined ? path : `${path}: line ${line}`;
  const fields = line === undefined ? { file: path } : { file: path, line };
  return badInput(`${place}: ${reasonOf(cause.message)}`, fields, cause);
}

function reasonOf(message: string): string {
  for (const [says, means] of EXPLANATIONS) {
    const match = message.match(says);
    if (match !== null) return means(match);
  }
  return `the file cannot be read: ${message.split("\n")[0]?.replace(/^[A-Z]\w+ (Input )?Error: /, "")}`;
}
