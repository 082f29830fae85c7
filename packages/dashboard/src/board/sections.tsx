/** The parts of the page, to jump to. */
export function Sections({ spend }: { readonly spend: boolean }) {
  return (
    <nav class="sections" aria-label="On this page">
      {spend ? (
        <>
          <a href="#teams">Teams</a>
          <a href="#flow">Bill</a>
        </>
      ) : null}
      <a href="#resources">Resources</a>
    </nav>
  );
}
