/** What something took, in seconds: on the clock, and of processors. */
interface Took {
  readonly elapsed: number;
  readonly processor: number;
}

/** Ways that are compared with each other. */
export interface Compared {
  readonly name: string;
  readonly one: () => Promise<unknown>;
  readonly other: () => Promise<unknown>;
  readonly rounds: number;
}

/**
 * Prints the median ratios of two ways, each run after the other again and again, so that a busy machine slows both. Where
 * it is busy the time of processors says more.
 */
export async function compare({ name, one, other, rounds }: Compared): Promise<void> {
  // The first time costs either what later ones do not: code is compiled, files are read from the disk.
  await one();
  await other();
  const found: { one: Took; other: Took }[] = [];
  for (let round = 0; round < rounds; round++) found.push({ one: await took(one), other: await took(other) });
  const told = (["elapsed", "processor"] as const).map((kind) => {
    const ratio = median(found.map((round) => round.one[kind] / round.other[kind]));
    const seconds = (["one", "other"] as const).map((way) => median(found.map((round) => round[way][kind])));
    return `${kind} ${ratio.toFixed(2)} (${seconds.map((each) => `${each.toFixed(2)} s`).join(" to ")})`;
  });
  console.log(`${name}: ${told.join(", ")}`);
}

async function took(run: () => Promise<unknown>): Promise<Took> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(before);
  return { elapsed: (performance.now() - start) / 1000, processor: (user + system) / 1_000_000 };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
