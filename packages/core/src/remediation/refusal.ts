/** Why something could not be done, which is told and tried again or not, but never thrown. */
export type Why =
  /** The resource is not there. */
  | "gone"
  /** Its state does not allow it now. */
  | "not-ready"
  /** The service is busy. */
  | "throttled"
  /** We may not. */
  | "denied"
  /** Somebody else changes the same at this moment. */
  | "conflict"
  /** It cannot be done to a resource like this. */
  | "unsupported"
  /** The service failed, or its answer makes no sense. */
  | "failed";

/** That something was not done. */
export type Refusal = {
  readonly refused: Why;
  /** What the service said, for people. */
  readonly message: string;
};

/** Why something was not done about a resource: AWS refused it, or a breaker held it back. */
export type Undone = Why | "breaker";

/**
 * Whether a person has to mend something before it can be done, as a permission; all else mends itself, or can never be
 * done to a resource like this.
 *
 * @example needsMending("denied") // true
 */
export function needsMending(why: Undone): boolean {
  return why === "denied";
}

/** Whether something was refused. */
export function isRefusal<T extends object>(answer: T | Refusal): answer is Refusal {
  return "refused" in answer;
}
