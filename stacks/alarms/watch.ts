/** A number that CloudWatch keeps, and from where on somebody is to look. */
export interface Watch {
  /** What the alarm is called after `tagledger-<stage>-`, as `on-due-errors`. */
  readonly name: string;
  /** What it means, for whoever is called. */
  readonly meaning: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, $util.Input<string>>>;
  /** `p99`: what one of a hundred exceeds. */
  readonly statistic: "Sum" | "Maximum" | "p99";
  readonly comparison: "GreaterThanThreshold" | "LessThanThreshold";
  readonly threshold: number;
  /** In seconds. */
  readonly period: number;
  /** How many periods in a row it takes. */
  readonly periods: number;
  /** What it means that there is no number: all is well, nothing is known anew, or that is it. */
  readonly missing: "notBreaching" | "ignore" | "breaching";
}
