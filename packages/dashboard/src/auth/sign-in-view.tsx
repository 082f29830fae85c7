import { useState } from "preact/hooks";
import { SIGN_IN } from "../api/addresses.ts";
import type { SignInAnswer } from "../api/answers.ts";
import { problemOf, useAnswer } from "../api/use-answer.ts";
import { Answered } from "../parts/answered.tsx";
import { signIn } from "./sign-in.ts";

/** Asks whoever is not known to sign in. */
export function SignInView({ trouble }: { readonly trouble: string | null }) {
  const asked = useAnswer<SignInAnswer>(SIGN_IN, null);
  const [failed, setFailed] = useState<string | null>(null);
  const said = failed ?? trouble;
  return (
    <main id="main" class="sign-in">
      <h1>Sign in</h1>
      <p>
        What a team spends is shown to that team and to those who see all. Tagledger has to know who you are.
      </p>
      {said === null ? null : (
        <p class="bad" role="alert">
          {said}
        </p>
      )}
      <Answered asked={asked} what="how to sign in" lines={1}>
        {(how) => (
          <p>
            <button
              type="button"
              class="button primary"
              onClick={() => signIn(how).catch((error: unknown) => setFailed(problemOf(error).detail))}
            >
              Sign in at {new URL(how.authorizationEndpoint).host}
            </button>
          </p>
        )}
      </Answered>
    </main>
  );
}
