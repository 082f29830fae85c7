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
    () => "the Parquet file is cut off",
  ],
  [/Invalid unicode|not utf-?8 encoded|Invalid Input Error: Invalid UTF/i, () => "text that is not UTF-8"],
  [/Maximum line size/i, () => "a line longer than any bill has"],
  [/Malformed JSON/i, () => "tags that are not valid JSON"],
];

/** The error of a file that could not be read, naming the file and, where it is known, the line. */
export function unreadableFile(path: string, cause: unknown): unknown {
  if (cause instanceof TagledgerError || !(cause instanceof Error)) return cause;
  if ("code" in cause && cause.code === "ENOSPC") return cause;
  const line = /CSV Error on Line: (\d+)/.exec(cause.message)?.[1];
  const place = line === undefined ? path : `${path}: line ${line}`;
  for (const [says, means] of EXPLANATIONS) {
    const match = cause.message.match(says);
    if (match === null) continue;
    return badInput(
      `${place}: ${means(match)}`,
      line === undefined ? { file: path } : { file: path, line: Number(line) },
      cause,
    );
  }
  const reason = cause.message.split("\n")[0]?.replace(/^[A-Z]\w+ (Input )?Error: /, "");
  return badInput(`${place}: the file cannot be read: ${reason}`, { file: path }, cause);
}
