/**
 * What a process imports first so that its clock is ahead of that of the machine, as if so much time had passed; what it
 * runs is as it is deployed.
 */
export function clockAhead(milliseconds: number): string {
  const program = `
    const ahead = ${milliseconds};
    globalThis.Date = new Proxy(Date, {
      construct: (Real, given, called) =>
        Reflect.construct(Real, given.length === 0 ? [Real.now() + ahead] : given, called),
      apply: (Real) => new Real(Real.now() + ahead).toString(),
      get: (Real, name) => (name === "now" ? () => Real.now() + ahead : Reflect.get(Real, name)),
    });
  `;
  return `data:text/javascript,${encodeURIComponent(program)}`;
}
