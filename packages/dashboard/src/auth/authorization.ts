import type { SignInAnswer } from "../api/answers.ts";
import type { Attempt } from "./attempt.ts";
import { challengeOf } from "./pkce.ts";

/** Where somebody is sent to sign in (OpenID Connect, authorization code with PKCE). */
export async function authorizationAddress(
  { authorizationEndpoint, clientId, audience }: SignInAnswer,
  { state, nonce, verifier }: Attempt,
  redirect: string,
): Promise<string> {
  const address = new URL(authorizationEndpoint);
  const asked = {
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirect,
    scope: "openid profile email",
    state,
    nonce,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: "S256",
    // A token for another than the page has to be asked for by name.
    ...(audience === clientId ? {} : { audience, resource: audience }),
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return address.href;
}

/** What somebody comes back with. */
export type Return =
  | { readonly kind: "code"; readonly code: string; readonly state: string }
  | { readonly kind: "refused"; readonly why: string };

/** Reads what the issuer adds to the page's address; null where nobody comes back from there. */
export function returnIn(query: string): Return | null {
  const given = new URLSearchParams(query);
  const [code, state, error] = [given.get("code"), given.get("state"), given.get("error")];
  if (state === null) return null;
  if (error !== null) return { kind: "refused", why: given.get("error_description") ?? error };
  return code === null ? null : { kind: "code", code, state };
}

/**
 * The token that the API takes out of what the issuer gave: that of the person where the page is whom the API expects, else
 * the one that was asked for by name.
 *
 * @throws where something is missing, or the answer is to another question
 */
export function tokenIn(
  answer: unknown,
  { clientId, audience }: SignInAnswer,
  { nonce }: Pick<Attempt, "nonce">,
): string {
  const given: Readonly<Record<string, unknown>> =
    typeof answer === "object" && answer !== null ? { ...answer } : {};
  const { id_token: person, access_token: access } = given;
  if (typeof person !== "string") throw new Error("The issuer gave no token.");
  // The API checks signatures; this one only says that the answer is to what this page asked.
  if (claimsOf(person).nonce !== nonce) throw new Error("The issuer answered another question.");
  if (clientId === audience) return person;
  if (typeof access !== "string") throw new Error("The issuer gave no token for the API.");
  return access;
}

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
  try {
    const claims: unknown = JSON.parse(atob(payload));
    return typeof claims === "object" && claims !== null ? { ...claims } : {};
  } catch {
    throw new Error("The issuer's token cannot be read.");
  }
}
