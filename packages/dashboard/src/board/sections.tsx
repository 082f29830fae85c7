import type { Panel } from "./panels.tsx";

/** The parts of the view, to jump to. */
export function Sections({ panels }: { readonly panels: readonly Panel[] }) {
  if (panels.length < 2) return null;
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
