const PLAIN = /^[A-Za-z0-9_./:=@%+-]+$/;

/** The line for a shell that explains the same, with the lines of the bill. */
export function commandOf(of: {
  readonly team: string;
  readonly pool: string;
  readonly period: string;
  readonly basis: string;
}): string {
  const { team, pool, period, basis } = of;
  const words = [
    "tagledger",
    "explain",
    "--period",
    period,
    `--team=${quoted(team)}`,
    `--pool=${quoted(pool)}`,
  ];
  return [...words, ...(basis === "effective" ? [] : ["--basis", basis])].join(" ");
}

/** A word that no shell reads as anything else: a team may be called by whatever somebody wrote into a tag. */
function quoted(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
