/** What is odd about the tags of a delivered bill, and worth a look. */
export type IngestFinding =
  /** A required tag stands on no line. */
  | {
      readonly kind: "empty-key";
      readonly key: string;
      /** Whether it is active as a cost allocation tag; null where nobody could say. */
      readonly active: boolean | null;
    }
  /** Several tag keys that exports to Parquet write as one, and rules read as one. */
  | {
      readonly kind: "collapsed-keys";
      readonly key: string;
      readonly keys: readonly string[];
      /** Present where this bill tells them apart. */
      readonly apart?: true;
    };
