import type { Panel } from "./panels.tsx";

/** The parts of the page, to jump to. */
export function Sections({ panels }: { readonly panels: readonly Panel[] }) {
  return (
    <nav class="sections" aria-label="On this page">
      <ul>
        {panels.map(({ id, says }) => (
          <li key={id}>
            <a href={`#${id}`}>{says}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
