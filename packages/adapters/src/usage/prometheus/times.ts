/** Instants that follow each other evenly, in epoch milliseconds: the first and the last are asked for too. */
export interface Times {
  readonly first: number;
  readonly last: number;
  readonly step: number;
}

/** How many instants those are. */
export function countOf({ first, last, step }: Times): number {
  return Math.floor((last - first) / step) + 1;
}

/** The first and the second half of several instants. */
export function halvesOf(times: Times): [Times, Times] {
  const { first, last, step } = times;
  const middle = first + Math.ceil(countOf(times) / 2) * step;
  return [
    { first, last: middle - step, step },
    { first: middle, last, step },
  ];
}

/** Whether an instant is one of several. */
export function isAmong({ first, last, step }: Times, instant: number): boolean {
  return instant >= first && instant <= last && (instant - first) % step === 0;
}
