const KEY = "tagledger:token";

/** Told when the API takes the token no more. */
export const SIGNED_OUT = "tagledger:signed-out";

/** The token with which the API is asked; null where nobody signed in. It is kept as long as the tab is open. */
export function token(): string | null {
  return sessionStorage.getItem(KEY);
}

/** Keeps a token, or forgets it. */
export function keepToken(value: string | null): void {
  if (value === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, value);
}

/** Forgets a token that is not accepted, and says so to the page. */
export function refuseToken(): void {
  keepToken(null);
  dispatchEvent(new Event(SIGNED_OUT));
}
