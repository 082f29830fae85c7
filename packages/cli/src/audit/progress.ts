import { showProgress } from "../progress.ts";

const EVERY = 5000;

/** Counts events, and shows now and then how many there were. */
export function countProgress(): () => void {
  let events = 0;
  return () => {
    events++;
    if (events % EVERY === 0) showProgress(`${events.toLocaleString("en")} events …`);
  };
}
