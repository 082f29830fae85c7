const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Waits until somebody asks to stop, as with Ctrl-C; asked again, the process ends at once. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve());
  });
}
