/** One file of a bill as it was delivered. */
export interface DeliveredPart {
  /** A path, or `s3://bucket/key`. */
  readonly place: string;
  /** What tells this content from another at the same place: an ETag, or what a disk knows of a file. */
  readonly tag: string;
  readonly bytes: number;
}

/** A bill of one export and period as it was delivered once: the files that one manifest lists, or files that somebody named. */
export interface Delivery {
  /** What the export is called. */
  readonly export: string;
  /** What tells the export from others that are called the same, as its ARN; null or absent where nothing does. */
  readonly identity?: string | null;
  /** `YYYY-MM` */
  readonly period: string;
  /** The `executionId` or `assemblyId` of the manifest; empty where there is none. */
  readonly execution: string;
  /** Where the manifest is; null where somebody named the files, which then may hold lines of other periods too. */
  readonly manifest: string | null;
  /** What tells the manifest, or the files where there is none, from others at the same place. */
  readonly tag: string;
  /** When it was delivered, in epoch milliseconds: the later of two deliveries counts. */
  readonly deliveredAt: number;
  readonly parts: readonly DeliveredPart[];
}
