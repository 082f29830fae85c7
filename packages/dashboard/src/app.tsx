import { useEffect, useErrorBoundary } from "preact/hooks";
import { SESSION } from "./api/addresses.ts";
import type { Session } from "./api/session.ts";
import { problemOf, useAnswer } from "./api/use-answer.ts";
import { SignInView } from "./auth/sign-in-view.tsx";
import { SIGNED_OUT } from "./auth/token.ts";
import { Alone } from "./board/alone.tsx";
import { Masthead } from "./board/masthead.tsx";
import { Page } from "./board/page.tsx";
import { Failed, Loading } from "./parts/states.tsx";

const UNPROVEN = 401;

/** All of it: the page to who may see it, and to others the way to sign in. */
export function App({ trouble }: { /** Why nobody signed in. */ readonly trouble: string | null }) {
  const { known, problem, retry } = useAnswer<Session>(SESSION, null);
  const [error, reset] = useErrorBoundary();
  useEffect(() => {
    addEventListener(SIGNED_OUT, retry);
    return () => removeEventListener(SIGNED_OUT, retry);
  }, [retry]);

  if (error !== undefined)
    return (
      <Alone>
        <Failed problem={problemOf(error)} retry={reset} />
      </Alone>
    );
  if (problem?.status === UNPROVEN)
    return (
      <>
        <Masthead />
        <SignInView trouble={trouble} />
      </>
    );
  if (problem !== null)
    return (
      <Alone>
        <Failed problem={problem} retry={retry} />
      </Alone>
    );
  if (known === null)
    return (
      <Alone>
        <Loading what="what there is to see" lines={10} />
      </Alone>
    );
  return <Page session={known.answer} />;
}
