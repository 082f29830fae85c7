/** What went wrong, as far as a caller must tell: the exit code and the HTTP status follow from it. */
export type ErrorCode = "bad-input" | "bad-configuration" | "outside-failure";

/** Facts about an error that a program can read: the file, the line, the value. */
export type ErrorFields = Readonly<Record<string, string | number | readonly string[]>>;

/** An error meant for people: its message names the place and the value, its fields repeat them for programs. */
export class TagledgerError extends Error {
  override readonly name = "TagledgerError";
  readonly code: ErrorCode;
  readonly fields: ErrorFields;

  constructor(code: ErrorCode, message: string, fields: ErrorFields = {}, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.fields = fields;
  }
}

/** An error in what was handed in; exit code 2. */
export function badInput(message: string, fields: ErrorFields = {}, cause?: unknown): TagledgerError {
  return new TagledgerError("bad-input", message, fields, cause === undefined ? undefined : { cause });
}

/**
 * Several errors as one: it is the first, and its message tells the others as well, one on each line. What the next try
 * may mend comes before the rest, so that whoever asked tries again.
 *
 * @example asOne([badInput("a: no bill"), badInput("b: no bill")])?.message // "a: no bill\nb: no bill"
 */
export function asOne(errors: readonly TagledgerError[]): TagledgerError | undefined {
  const isOutside = ({ code }: TagledgerError) => code === "outside-failure";
  const ordered = [...errors.filter(isOutside), ...errors.filter((error) => !isOutside(error))];
  const [first] = ordered;
  const messages = [...new Set(ordered.map(({ message }) => message))];
  if (first === undefined || messages.length === 1) return first;
  return new TagledgerError(first.code, messages.join("\n"), first.fields, { cause: first });
}
