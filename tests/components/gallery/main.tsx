import { render } from 'preact';
import '../../../components/styles/base.css';
import './gallery.css';
import { states } from './states.tsx';

/** `?width=320&scheme=dark&only=Composer` narrows, darkens and picks. */
const asked = new URLSearchParams(location.search);
document.documentElement.style.colorScheme = asked.get('scheme') ?? 'light dark';
const width = Number(asked.get('width') ?? 400);
const only = asked.get('only') ?? '';

const root = document.getElementById('app');
if (root) {
  render(
    <div class="gallery">
      {states
        .filter(({ name }) => name.startsWith(only))
        .map(({ name, show }) => (
          <section key={name} class="gallery-state" style={{ width: `${width}px` }}>
            <h1 class="gallery-name">{name}</h1>
            <div class="gallery-box">{show()}</div>
          </section>
        ))}
    </div>,
    root,
  );
}
