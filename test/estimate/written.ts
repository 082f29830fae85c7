const METHODS = ["log", "info", "warn", "error"] as const;
/** Otherwise what is made writes past the console, and no metrics. */
const ENVIRONMENT = { POWERTOOLS_DEV: "true", POWERTOOLS_METRICS_DISABLED: "false" };

/** How many bytes functions that are made meanwhile write to their logs, as Lambda gets them. */
export async function writtenBy(act: () => Promise<unknown>): Promise<number> {
  let bytes = 0;
  const own = METHODS.map((method) => [method, console[method]] as const);
  const before = Object.keys(ENVIRONMENT).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, ENVIRONMENT);
  for (const method of METHODS) {
    console[method] = (line: unknown) => {
      // Without the indentation that it has for people.
      bytes += Buffer.byteLength(JSON.stringify(JSON.parse(String(line)))) + 1;
    };
  }
  try {
    await act();
  } finally {
    for (const [method, kept] of own) console[method] = kept;
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  return bytes;
}
