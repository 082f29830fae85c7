import type { ComponentChildren } from "preact";
import { Masthead } from "./masthead.tsx";

/** The page where there is only one thing to say. */
export function Alone({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      <Masthead />
      <main id="main">
        <h1 class="unseen">Tagledger</h1>
        {children}
      </main>
    </>
  );
}
