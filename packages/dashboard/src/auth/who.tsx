import type { Session } from "../api/session.ts";
import { visible } from "../words/visible.ts";
import { forgetToken } from "./token.ts";

/** Who is signed in, and the way out; where nobody signs in, nothing. */
export function Who({ session }: { readonly session: Session }) {
  if (session.via !== "jwt") return null;
  return (
    <p class="who">
      <bdi>{visible(session.name)}</bdi>
      <button type="button" class="button" onClick={forgetToken}>
        Sign out
      </button>
    </p>
  );
}
