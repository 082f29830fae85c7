import { forgetToken, token } from "../auth/token.ts";
import { patiently } from "./patiently.ts";
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

/** What is sent to the API. */
export interface Sent {
  readonly type: string;
  readonly body: string;
}

/**
 * Has the API do something, as whoever signed in.
 *
 * @throws Refusal where it does not do it, saying why
 */
export async function send<Answer>(address: string, sent: Sent): Promise<Answer> {
  const response = await request(address, "application/json", undefined, sent);
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusalOf(response.status, body);
  return body as Answer;
}

function refusalOf(status: number, body: unknown): Refusal {
  if (status === 401) forgetToken();
  return new Refusal(readProblem(status, body));
}

async function request(
  address: string,
  accept: string,
  signal?: AbortSignal,
  sent?: Sent,
): Promise<Response> {
  const bearer = token();
  const headers = { accept, ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }) };
  const post =
    sent === undefined
      ? { headers }
      : { method: "POST", body: sent.body, headers: { ...headers, "content-type": sent.type } };
  try {
    return await patiently(() => fetch(address, { ...post, signal: signal ?? null }));
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Refusal({
      title: "The server does not answer",
      detail: "Is tagledger still running? Nothing is lost: what was read stays read.",
      status: null,
    });
  }
}
