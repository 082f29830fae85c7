import { findChromium } from "./chromium.ts";

/** Finds the browser, or installs it, before any test asks for it. */
export function setup(): void {
  findChromium();
}
