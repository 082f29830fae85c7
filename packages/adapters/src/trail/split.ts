const [QUOTE, BACKSLASH, NEWLINE, COMMA] = [0x22, 0x5c, 0x0a, 0x2c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
const RECORDS = /^\{\s*"Records"\s*:\s*$/;

/** The text of one JSON object, and the line on which it begins. */
export interface SplitObject {
  readonly text: string;
  readonly line: number;
}

/** What is wrong with a text, and on which line. */
export interface SplitProblem {
  readonly problem: string;
  readonly line: number;
}

/**
 * Splits a stream of bytes into the JSON objects of a log without holding more than one of them: those of
 * `{"Records": […]}`, those of a list, objects one after another, or a single one.
 *
 * @example [...new ObjectSplitter().push(Buffer.from('{"a":1}\n{"b":2}'))].length // 2
 */
export class ObjectSplitter {
  /** Bytes from the beginning of the current object on. */
  #rest: Buffer = Buffer.alloc(0);
  /** What objects lie in. */
  readonly #wrappers: ("list" | "records")[] = [];
  /** Where in the rest the current object begins, or -1 between objects. */
  #start = -1;
  #startLine = 1;
  #depth = 0;
  #inText = false;
  #escaped = false;
  /** Whether the current object is only what follows the list of an object with `Records`. */
  #isTail = false;
  #line = 1;
  #problem: SplitProblem | undefined;

  /** Takes the next bytes and gives the objects that they complete. */
  *push(chunk: Buffer): Generator<SplitObject> {
    const begun = this.#rest.length;
    this.#rest = begun === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    for (let at = begun; at < this.#rest.length && this.#problem === undefined; at++) {
      const byte = this.#rest[at] ?? 0;
      if (byte === NEWLINE) this.#line++;
      if (this.#start < 0) this.#between(byte, at);
      else if (this.#inText) this.#within(byte);
      else if (this.#ends(byte, at)) {
        if (!this.#isTail)
          yield { text: this.#rest.toString("utf8", this.#start, at + 1), line: this.#startLine };
        this.#isTail = false;
        this.#start = -1;
      }
    }
    this.#rest = this.#start < 0 ? Buffer.alloc(0) : this.#rest.subarray(this.#start);
    this.#start = Math.min(this.#start, 0);
  }

  /** Says what is wrong after the last byte, if anything is. */
  end(): SplitProblem | undefined {
    if (this.#problem !== undefined) return this.#problem;
    if (this.#start >= 0 && !this.#isTail)
      return { problem: "the file ends inside a record", line: this.#startLine };
    if (this.#start >= 0 || this.#wrappers.length > 0) {
      return { problem: "the file ends before its list of records does", line: this.#line };
    }
    return undefined;
  }

  #between(byte: number, at: number): void {
    if (byte === OPEN_BRACE) this.#begin(at);
    else if (byte === OPEN_BRACKET) this.#wrappers.push("list");
    else if (byte === CLOSE_BRACKET && this.#wrappers.length > 0) {
      this.#isTail = this.#wrappers.pop() === "records";
      if (this.#isTail) this.#begin(at);
    } else if (byte > 0x20 && byte !== COMMA && !isByteOrderMark(byte, this.#line)) {
      this.#problem = { problem: "this is not JSON", line: this.#line };
    }
  }

  #begin(at: number): void {
    this.#start = at;
    this.#startLine = this.#line;
    this.#depth = 1;
  }

  #within(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inText = false;
  }

  /** Takes a byte of an object outside its texts; true when it was the last. */
  #ends(byte: number, at: number): boolean {
    if (byte === QUOTE) this.#inText = true;
    else if (byte === OPEN_BRACE) this.#depth++;
    else if (byte === CLOSE_BRACE) return --this.#depth === 0;
    else if (byte === OPEN_BRACKET && this.#depth === 1 && this.#isRecords(at)) {
      this.#wrappers.push("records");
      this.#start = -1;
    }
    return false;
  }

  #isRecords(at: number): boolean {
    return at - this.#start < 64 && RECORDS.test(this.#rest.toString("latin1", this.#start, at));
  }
}

function isByteOrderMark(byte: number, line: number): boolean {
  return line === 1 && (byte === 0xef || byte === 0xbb || byte === 0xbf);
}
