import type { Panel } from "./panels.tsx";

/** The parts of the page, to jump to. */
export function Sections({ panels }: { readonly panels: readonly Panel[] }) {
  return (
    <nav class="sections" aria-label="On this page">
      {panels.map(({ id, says }) => (
        <a key={id} href={`#${id}`}>
          {says}
        </a>
      ))}
    </nav>
  );
}
