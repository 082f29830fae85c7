/** A pattern that EventBridge refuses, and why. */
export class InvalidPattern extends Error {
  override readonly name = "InvalidPattern";
}
