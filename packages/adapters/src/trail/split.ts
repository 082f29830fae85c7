const [QUOTE, BACKSLASH, NEWLINE, COMMA] = [0x22, 0x5c, 0x0a, 0x2c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
const RECORDS = /"Records"\s*:\s*$/;

/** CloudTrail's own limit is a sixteenth of that; what is larger is no record, and would fill the memory. */
const LARGEST = 1 << 24;

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
 * `{"Records": […]}`, those of a list, objects one after another, or a single one. What is wrong between them is named
 * once, and reading goes on.
 *
 * @example [...new ObjectSplitter().push(Buffer.from('{"a":1}\n{"b":2}'))].length // 2
 */
export class ObjectSplitter {
  /** Bytes from the beginning of the current object on. */
  #rest: Buffer = Buffer.alloc(0);
  /** Where the rest grows: twice as large as it has to be, or many small chunks would be copied over and over. */
  #room: Buffer = Buffer.alloc(0);
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
  /** Whether what lies between objects has been named as wrong. */
  #inGarbage = false;
  #isEmpty = true;
  #isTooLarge = false;
  #line = 1;
  readonly #what: string;

  /** @param what the objects are, for people */
  constructor(what = "records of CloudTrail") {
    this.#what = what;
  }

  /** Whether nothing more can be found. */
  get isBroken(): boolean {
    return this.#isTooLarge;
  }

  /** Takes the next bytes and gives the objects that they complete, and what is wrong. */
  *push(chunk: Buffer): Generator<SplitObject | SplitProblem> {
    const begun = this.#rest.length;
    this.#isEmpty &&= chunk.length === 0;
    this.#rest = begun === 0 ? chunk : this.#grown(chunk);
    for (let at = begun; at < this.#rest.length; at++) {
      const byte = this.#rest[at] ?? 0;
      if (byte === NEWLINE) this.#line++;
      if (this.#start < 0) {
        if (!this.#between(byte, at) && !this.#inGarbage) yield this.#garbage();
      } else if (byte === QUOTE && this.#isNextLine(at)) {
        yield { problem: "the record is cut off", line: this.#startLine };
        this.#begin(at - 1);
        this.#inText = true;
      } else if (this.#inText) this.#within(byte);
      else if (this.#ends(byte, at)) {
        if (!this.#isTail)
          yield { text: this.#rest.toString("utf8", this.#start, at + 1), line: this.#startLine };
        this.#isTail = false;
        this.#start = -1;
      }
    }
    this.#rest = this.#rest.subarray(this.#start < 0 ? this.#rest.length : this.#start);
    this.#start = Math.min(this.#start, 0);
    this.#isTooLarge = this.#rest.length > LARGEST;
  }

  /** The rest and what comes after it. */
  #grown(chunk: Buffer): Buffer {
    const { length } = this.#rest;
    const isInRoom =
      this.#rest.buffer === this.#room.buffer && this.#rest.byteOffset === this.#room.byteOffset;
    if (!isInRoom || this.#room.length < length + chunk.length) {
      if (this.#room.length < length + chunk.length)
        this.#room = Buffer.allocUnsafeSlow(2 * (length + chunk.length));
      this.#rest.copy(this.#room);
    }
    chunk.copy(this.#room, length);
    return this.#room.subarray(0, length + chunk.length);
  }

  /** Says what is wrong after the last byte, if anything is. */
  end(): SplitProblem | undefined {
    if (this.#isEmpty) return { problem: "the file is empty", line: 1 };
    if (this.#isTooLarge) return { problem: "a record of more than 16 MiB begins", line: this.#startLine };
    if (this.#start >= 0 && !this.#isTail)
      return { problem: "the file ends inside a record", line: this.#startLine };
    if (this.#start >= 0 || this.#wrappers.length > 0) {
      return { problem: "the file ends before its list of records does", line: this.#line };
    }
    return undefined;
  }

  /** Takes a byte between objects; false where it has no business there. */
  #between(byte: number, at: number): boolean {
    if (byte === OPEN_BRACE) this.#begin(at);
    else if (byte === OPEN_BRACKET) this.#wrappers.push("list");
    else if (byte === CLOSE_BRACKET && this.#wrappers.length > 0) {
      this.#isTail = this.#wrappers.pop() === "records";
      if (this.#isTail) this.#begin(at);
    } else return byte <= 0x20 || byte === COMMA || isByteOrderMark(byte, this.#line);
    return true;
  }

  #garbage(): SplitProblem {
    this.#inGarbage = true;
    return { problem: `here should be ${this.#what} as JSON objects`, line: this.#line };
  }

  /** Whether this quote begins the next line of records, so that the current one has no end. */
  #isNextLine(at: number): boolean {
    return this.#rest[at - 1] === OPEN_BRACE && this.#rest[at - 2] === NEWLINE && at - 2 > this.#start;
  }

  #begin(at: number): void {
    this.#start = at;
    this.#startLine = this.#line;
    this.#depth = 1;
    this.#inText = false;
    this.#escaped = false;
    this.#inGarbage = false;
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
    const end = this.#rest.toString("latin1", Math.max(this.#start, at - 64), at);
    return this.#wrappers.length === 0 && RECORDS.test(end);
  }
}

function isByteOrderMark(byte: number, line: number): boolean {
  return line === 1 && (byte === 0xef || byte === 0xbb || byte === 0xbf);
}
