/** What will happen when, the earliest first; of one instant, what was entered first. */
export class Agenda<Happening> {
  readonly #entries: { readonly at: number; readonly happening: Happening }[] = [];

  add(at: number, happening: Happening): void {
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle]?.at ?? 0) > at) low = middle + 1;
      else high = middle;
    }
    this.#entries.splice(low, 0, { at, happening });
  }

  /** Takes out what happens first, if that is by an instant. */
  next(by: number): { readonly at: number; readonly happening: Happening } | undefined {
    const last = this.#entries.at(-1);
    return last === undefined || last.at > by ? undefined : this.#entries.pop();
  }
}
