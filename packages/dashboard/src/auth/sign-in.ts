import { SIGN_IN } from "../api/addresses.ts";
import type { SignInAnswer } from "../api/answers.ts";
import { ask } from "../api/ask.ts";
import { type Attempt, keepAttempt, takeAttempt } from "./attempt.ts";
import { authorizationAddress, returnIn, tokenIn } from "./authorization.ts";
import { secret } from "./pkce.ts";
import { keepToken } from "./token.ts";

/** Sends somebody to sign in, from where they come back to what they were looking at. */
export async function signIn(how: SignInAnswer): Promise<void> {
  const attempt: Attempt = {
    ...{ state: secret(), nonce: secret(), verifier: secret() },
    query: location.search,
  };
  keepAttempt(attempt);
  location.assign(await authorizationAddress(how, attempt, here()));
}

/**
 * Takes what somebody came back with from signing in, and goes on with what they were looking at.
 *
 * @throws where they come from another attempt, or the issuer refuses
 */
export async function finishSigningIn(): Promise<void> {
  const came = returnIn(location.search);
  if (came === null) return;
  const attempt = takeAttempt();
  history.replaceState(
    null,
    "",
    attempt === null || attempt.query === "" ? location.pathname : attempt.query,
  );
  if (came.kind === "refused") throw new Error(came.why);
  if (attempt === null || attempt.state !== came.state)
    throw new Error("You came back from an attempt that this page does not know.");
  const how = await ask<SignInAnswer>(SIGN_IN);
  keepToken(tokenIn(await exchange(how, came.code, attempt), how, attempt));
}

async function exchange(how: SignInAnswer, code: string, { verifier }: Attempt): Promise<unknown> {
  const response = await fetch(how.tokenEndpoint, {
    method: "POST",
    body: new URLSearchParams({
      ...{ grant_type: "authorization_code", code, redirect_uri: here() },
      ...{ client_id: how.clientId, code_verifier: verifier },
    }),
  });
  if (!response.ok) throw new Error(`The issuer gave no token: it answered with status ${response.status}.`);
  return response.json();
}

/** The page without what it shows: where the issuer sends people back to. */
function here(): string {
  return `${location.origin}${location.pathname}`;
}
