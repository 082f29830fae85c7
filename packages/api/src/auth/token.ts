import type { Auth } from "@tagledger/core/access/granted";
import { TagledgerError } from "@tagledger/core/errors";
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";

/** Never `none`, and nothing that a shared secret signs. */
const ALGORITHMS = ["RS256", "ES256", "EdDSA", "Ed25519"];
/** Seconds by which clocks may differ. */
const SKEW = 60;

/** What is wrong is with the issuer, not with the token. */
const OUTSIDE = new Set(["ERR_JWKS_TIMEOUT", "ERR_JWKS_INVALID", "ERR_JOSE_GENERIC"]);

/**
 * The claims of a token that the issuer signed for us and that is valid now; null where it is not.
 *
 * @throws outside-failure where the issuer's keys cannot be had
 */
export async function claimsOf(
  token: string,
  { issuer, audience }: Pick<Auth, "issuer" | "audience">,
  { keys, now }: { readonly keys: JWTVerifyGetKey; readonly now: number },
): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      clockTolerance: SKEW,
      currentDate: new Date(now),
      requiredClaims: ["exp", "sub"],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError && !OUTSIDE.has(error.code)) return null;
    const message = `the keys of ${issuer} cannot be read`;
    throw new TagledgerError("outside-failure", message, { issuer }, { cause: error });
  }
}
