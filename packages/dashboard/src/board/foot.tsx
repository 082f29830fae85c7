import type { Session } from "../api/session.ts";
import type { ShownMonth } from "../state/shown.ts";

/** The foot of the page: how to read it, who may, and what exactly it was made from. */
export function Foot({
  month,
  session,
}: {
  readonly month: ShownMonth | null;
  readonly session: Session | null;
}) {
  return (
    <footer>
      {session?.via === "open" ? (
        <p>This page is open to whoever uses this machine, and to nobody else: no one signs in here.</p>
      ) : null}
      <p>
        Figures are rounded for reading, so a column may seem to miss its total by the smallest coin; the
        exact decimal of each is in its element, and appears when you point at it. All times are UTC.
      </p>
      {month === null ? null : (
        <p>
          Snapshot <code>{month.snapshot}</code>
        </p>
      )}
    </footer>
  );
}
