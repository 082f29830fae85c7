import { refuseToken, token } from "../auth/token.ts";
import { Refusal, readProblem } from "./problem.ts";

/**
 * Asks the API, as whoever signed in; what it answers is trusted, since it is served with the page. What the browser has
 * already it asks for by its tag, and the answer is as if it came anew.
 *
 * @throws Refusal where there is no answer
 */
export async function ask<Answer>(address: string, signal?: AbortSignal): Promise<Answer> {
  const response = await request(address, "application/json", signal);
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusalOf(response.status, body);
  if (body === null) {
    throw new Refusal({
      title: "The answer could not be read",
      detail: "It is not JSON.",
      status: response.status,
    });
  }
  return body as Answer;
}

/**
 * Asks the API for a file.
 *
 * @throws Refusal where there is no answer
 */
export async function askFile(address: string): Promise<Blob> {
  const response = await request(address, "*/*");
  if (!response.ok) throw refusalOf(response.status, await response.json().catch(() => null));
  return response.blob();
}

function refusalOf(status: number, body: unknown): Refusal {
  if (status === 401) refuseToken();
  return new Refusal(readProblem(status, body));
}

async function request(address: string, accept: string, signal?: AbortSignal): Promise<Response> {
  const bearer = token();
  const headers = { accept, ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }) };
  try {
    return await fetch(address, { headers, signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Refusal({
      title: "The server does not answer",
      detail: "Is tagledger still running? Nothing is lost: what was read stays read.",
      status: null,
    });
  }
}
