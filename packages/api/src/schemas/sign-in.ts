import * as z from "zod/mini";

/** How people sign in to the page. */
export const signIn = z.strictObject({
  clientId: z.string(),
  audience: z.string(),
  authorizationEndpoint: z.string(),
  tokenEndpoint: z.string(),
});
