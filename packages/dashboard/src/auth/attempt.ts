const KEY = "tagledger:signing-in";

/** What the page remembers while somebody signs in elsewhere. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The query of the page to come back to. */
  readonly query: string;
}

/** Remembers an attempt as long as the tab is open. */
export function keepAttempt(attempt: Attempt): void {
  sessionStorage.setItem(KEY, JSON.stringify(attempt));
}

/** The attempt that is under way, which nobody can take up again. */
export function takeAttempt(): Attempt | null {
  const text = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return text === null ? null : (JSON.parse(text) as Attempt);
}
