/** How much of a time the samples of a metric speak for. */
export interface Coverage {
  readonly pool: string;
  readonly metric: string;
  /** The hours of which anything is known, and those that there were: of the period, up to now. */
  readonly hours: number;
  readonly of: number;
}
