/** Why there is no answer, in words for people. */
export interface Problem {
  readonly title: string;
  readonly detail: string;
  /** The HTTP status; null where nothing was answered. */
  readonly status: number | null;
}

/** What went wrong with a request, thrown by {@link ask}. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Reads problem details (RFC 9457), as far as an answer holds them. */
export function readProblem(status: number, body: unknown): Problem {
  const given: Readonly<Record<string, unknown>> =
    typeof body === "object" && body !== null ? { ...body } : {};
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  return {
    title: text(given.title) ?? "The server refused",
    detail: text(given.detail) ?? `It answered with status ${status}.`,
    status,
  };
}
