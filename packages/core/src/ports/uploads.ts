import type { UsageRow } from "../costs/sharing/usage.ts";

/** An upload that another of its name replaced. */
export interface PastUpload {
  readonly hash: string;
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly rows: number;
}

/** Usage that somebody handed in over the API or a terminal: what is known of it besides its text. */
export interface Upload extends PastUpload {
  /** What people call it, mostly the name of a file: a newer one of the same name replaces it. */
  readonly name: string;
  /** Counts the changes, from 0 where it is not kept yet; whoever changes it says which they have seen. */
  readonly revision: number;
  /** The SHA-256 of its text. */
  readonly hash: string;
  /** The months that its rows are of, as `2026-09`, in order. */
  readonly periods: readonly string[];
  /** Whose use its rows tell, in order, as usage names them; absent where it was uploaded before this was kept. */
  readonly teams?: readonly string[];
  /** Who took it back, and when, in epoch milliseconds; null while it is in force. */
  readonly withdrawn: { readonly by: string; readonly at: number } | null;
  /** What it replaced, the newest first; not without end. */
  readonly replaced: readonly PastUpload[];
}

/** Where usage is kept that was uploaded. */
export interface UploadRecords {
  /** What is known of an upload; null where nothing of that name was ever uploaded. */
  find(name: string): Promise<Upload | null>;
  /** All uploads, ordered by name; also those that were withdrawn. */
  list(): Promise<readonly Upload[]>;
  /**
   * The text of an upload.
   *
   * @throws outside-failure when it is not what was kept
   */
  read(hash: string): Promise<string>;
  /**
   * Keeps an upload with its text, which nobody sees before all of it is kept.
   *
   * @returns false where somebody else changed it since the revision that was seen
   */
  keep(upload: Upload, text: string): Promise<boolean>;
  /**
   * Marks an upload as withdrawn; its text stays.
   *
   * @returns false where somebody else changed it since the revision that was seen
   */
  withdraw(upload: Upload, by: string, at: number): Promise<boolean>;
}

/** Reads the text of usage that people hand in, as its name or its content says: CSV or JSON. */
export interface UsageText {
  /**
   * The rows in a text.
   *
   * @throws bad-input naming the name, the line and the value where a row cannot be read
   */
  rows(name: string, text: string): readonly UsageRow[];
}
