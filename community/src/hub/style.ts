/** The hub's style sheet. It stands on its own: no font, picture or script comes from anywhere. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f4ef, #16181c);
  --sheet: light-dark(#ffffff, #1f2228);
  --ink: light-dark(#1d2024, #e9e7e2);
  --soft: light-dark(#5b6068, #a5a9b1);
  --line: light-dark(#e2ded5, #33373f);
  --accent: light-dark(#0b6b5d, #6fd3c0);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  min-height: 100vh;
  display: grid;
  place-items: center;
  padding: 1.5rem;
  background: var(--ground);
  color: var(--ink);
  font: 1.0625rem/1.6 system-ui, sans-serif;
}
main {
  max-width: 36rem;
  padding: clamp(1.5rem, 5vw, 3rem);
  background: var(--sheet);
  border: 1px solid var(--line);
  border-radius: 1rem;
}
.mark { margin: 0; color: var(--accent); font-weight: 650; letter-spacing: 0.02em; }
h1 { margin: 0.25rem 0 0.75rem; font-size: clamp(1.6rem, 5vw, 2.1rem); line-height: 1.2; text-wrap: balance; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.1rem; }
.lead { color: var(--soft); margin: 0; }
section p { margin: 0; }
ol { margin: 0; padding-left: 1.4rem; }
li + li { margin-top: 0.5rem; }
li::marker { color: var(--accent); font-weight: 650; }
.note { margin: 2rem 0 0; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.9375rem; }
`;
