import { Refusal, readProblem } from "./problem.ts";

/**
 * Asks the API; what it answers is trusted, since it is served with the page.
 *
 * @throws Refusal where there is no answer
 */
export async function ask<Answer>(address: string, signal?: AbortSignal): Promise<Answer> {
  const response = await request(address, signal);
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Refusal(readProblem(response.status, body));
  if (body === null) {
    throw new Refusal({
      title: "The answer could not be read",
      detail: "It is not JSON.",
      status: response.status,
    });
  }
  return body as Answer;
}

async function request(address: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(address, { headers: { accept: "application/json" }, signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Refusal({
      title: "The server does not answer",
      detail: "Is tagledger still running? Nothing is lost: what was read stays read.",
      status: null,
    });
  }
}
