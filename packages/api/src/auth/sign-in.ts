import type { ApiSystem } from "../system.ts";
import type { AuthenticateWith } from "./authenticate.ts";
import { type Endpoints, endpointsOf } from "./issuer.ts";

/** Tells how people sign in with the issuer that the configuration names; null where it names none. */
export function signInAt({ config, fetch }: Omit<AuthenticateWith, "now">): ApiSystem["signIn"] {
  const known = new Map<string, Promise<Endpoints>>();
  const endpointsFor = (issuer: string) => {
    const endpoints = known.get(issuer) ?? endpointsOf(issuer, fetch);
    known.set(issuer, endpoints);
    // What failed is tried again.
    endpoints.catch(() => known.delete(issuer));
    return endpoints;
  };
  return async () => {
    const { auth } = (await config()).reports;
    if (auth === undefined) return null;
    const { issuer, audience, clientId = audience } = auth;
    const { authorization, token } = await endpointsFor(issuer);
    return { clientId, audience, authorizationEndpoint: authorization, tokenEndpoint: token };
  };
}
