import { momentWords } from "../words/dates.ts";

/** An instant in UTC, to the second. */
export function Moment({ at }: { readonly at: string }) {
  const { day, clock } = momentWords(at);
  return (
    <time dateTime={at} title={`${at} (UTC)`}>
      {day} <span class="clock">{clock}</span>
    </time>
  );
}
