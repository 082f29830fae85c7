import { badInput, TagledgerError } from "@tagledger/core/errors";

/** What went wrong, by the primary result codes of SQLite that a person can do something about. */
const EXPLANATIONS: Readonly<Record<number, string>> = {
  5: "is in use by another process",
  6: "is in use by another process",
  8: "cannot be written to",
  10: "cannot be read or written",
  11: "is damaged; move it away to start over",
  13: "cannot grow: the disk is full",
  14: "cannot be opened",
};
const BUSY = 5;
const NOT_A_DATABASE = 26;

/** Does something with a database; what SQLite says when it fails is put into words that name the file. */
export function explained<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw explain(path, error);
  }
}

/** Whether SQLite says that somebody else has a database open or locked. */
export function isBusy(error: unknown): boolean {
  return isOfSqlite(error) && primaryCode(error) === BUSY;
}

function explain(path: string, error: unknown): unknown {
  if (!isOfSqlite(error)) return error;
  const code = primaryCode(error);
  if (code === NOT_A_DATABASE)
    return badInput(`${path} is not a ledger: it is no SQLite database`, { file: path }, error);
  const what = EXPLANATIONS[code];
  if (what === undefined) return error;
  const message = `the ledger ${path} ${what} (SQLite: ${error.message})`;
  return new TagledgerError(
    "outside-failure",
    message,
    { file: path, code: error.errcode },
    { cause: error },
  );
}

function isOfSqlite(error: unknown): error is Error & { readonly errcode: number } {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number";
}

/** The upper bits tell kinds of one trouble apart. */
function primaryCode({ errcode }: { readonly errcode: number }): number {
  return errcode & 0xff;
}
