import { vi } from "vitest";

/** What a function writes: its logs and its metrics. */
export interface Output {
  /** Each line of its log. */
  logs(): readonly Readonly<Record<string, unknown>>[];
  /** All its metrics by name. */
  metrics(): Readonly<Record<string, number>>;
  /** All of it as text. */
  text(): string;
}

/** Reads what functions write that are made from now on, until `vi.restoreAllMocks`. */
export function readOutput(): Output {
  // Otherwise they write past the console.
  vi.stubEnv("POWERTOOLS_DEV", "true");
  vi.stubEnv("POWERTOOLS_METRICS_DISABLED", "false");
  const lines: string[] = [];
  for (const method of ["log", "info", "warn", "error"] as const)
    vi.spyOn(console, method).mockImplementation((line: unknown) => void lines.push(String(line)));
  const written = () => lines.map((line): Record<string, unknown> => JSON.parse(line));
  return {
    logs: () => written().filter((line) => "level" in line),
    metrics: () =>
      Object.assign(
        {},
        ...written()
          .filter((line) => "_aws" in line)
          .map(numbersIn),
      ),
    text: () => lines.join("\n"),
  };
}

/** In a line of metrics, these alone are numbers; what was counted several times is a list of them. */
function numbersIn(line: Readonly<Record<string, unknown>>): Record<string, number> {
  const counted = Object.entries(line).map(([name, value]): [string, unknown] => [
    name,
    Array.isArray(value) ? value.reduce((sum: number, each: number) => sum + each, 0) : value,
  ]);
  return Object.fromEntries(counted.filter((each): each is [string, number] => typeof each[1] === "number"));
}
