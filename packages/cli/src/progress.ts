const CLEAR_LINE = "\r\u001b[2K";

/** Shows what is being done on one line of a terminal that passes; says nothing where no one is watching. */
export function showProgress(message: string): void {
  if (!process.stderr.isTTY) return;
  const width = process.stderr.columns || 80;
  process.stderr.write(`${CLEAR_LINE}${message.slice(0, width - 1)}`);
}

/** Takes the passing line away. */
export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write(CLEAR_LINE);
}
