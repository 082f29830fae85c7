const MOST_TIMES = 3;
const LONGEST = 5;

/**
 * Asks again where the answer is that too much was asked at once, as soon as it says: then nothing was done.
 *
 * @param wait waits for so many seconds
 */
export async function patiently(
  ask: () => Promise<Response>,
  wait: (seconds: number) => Promise<void> = waited,
): Promise<Response> {
  let response = await ask();
  for (let time = 1; time < MOST_TIMES && response.status === 429; time++) {
    const seconds = Number(response.headers.get("retry-after"));
    if (!(seconds > 0 && seconds <= LONGEST)) break;
    await wait(seconds);
    response = await ask();
  }
  return response;
}

function waited(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });
}
