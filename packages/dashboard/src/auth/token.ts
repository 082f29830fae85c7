const KEY = "tagledger:token";

/** Told when there is no token any more. */
export const SIGNED_OUT = "tagledger:signed-out";

/** The token with which the API is asked; null where nobody signed in. It is kept as long as the tab is open. */
export function token(): string | null {
  return sessionStorage.getItem(KEY);
}

/** Keeps a token. */
export function keepToken(value: string): void {
  sessionStorage.setItem(KEY, value);
}

/** Forgets the token, where there is one: it is not accepted, or whoever it is of goes. The page is told. */
export function forgetToken(): void {
  if (token() === null) return;
  sessionStorage.removeItem(KEY);
  dispatchEvent(new Event(SIGNED_OUT));
}
