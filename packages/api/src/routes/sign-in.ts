import { ABSENT, found } from "../outcome.ts";
import { route } from "../route.ts";
import { NOTHING } from "../schemas/asked.ts";
import { signIn } from "../schemas/sign-in.ts";

/** How people sign in to the page: open, since the page has to know before anybody did. */
export const signInRoute = route({
  method: "GET",
  path: "/api/v1/sign-in",
  operation: "readSignIn",
  summary: "Where people sign in to the page: the endpoints of the issuer, and what the page is called there",
  scope: null,
  parameters: NOTHING,
  query: NOTHING,
  body: null,
  response: signIn,
  async handle(_, system) {
    const told = await system.signIn();
    return told === null ? ABSENT : found(null, () => told);
  },
});
