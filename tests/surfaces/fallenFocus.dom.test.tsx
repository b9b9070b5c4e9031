import { useRef } from 'preact/hooks';
import { expect, it } from 'vitest';
import { useFallenFocus } from '../../surfaces/fallenFocus.ts';
import { mount } from '../components/mount.ts';

function Page({ buttons, isReady = true }: { readonly buttons: readonly string[]; readonly isReady?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  useFallenFocus(box, isReady);
  return (
    <>
      <div ref={box}>
        <input />
      </div>
      {buttons.map((name) => (
        <button key={name} type="button" id={name}>
          {name}
        </button>
      ))}
    </>
  );
}
const focus = (id: string): void => document.getElementById(id)?.focus();
const focused = (): string => document.activeElement?.id || (document.activeElement?.localName ?? '');

it('the field has the focus of what is gone, once the page is ready', () => {
  mount(<Page buttons={['one', 'two']} />);
  // the listener is there after the first paint
  mount(<Page buttons={['one', 'two']} />);
  focus('one');
  mount(<Page buttons={['two']} isReady={false} />);
  expect(focused()).toBe('body');
  mount(<Page buttons={['two']} />);
  expect(focused()).toBe('input');
});

it('the focus of what is there stays, and so does none', () => {
  mount(<Page buttons={['one', 'two']} />);
  focus('two');
  mount(<Page buttons={['two']} />);
  expect(focused()).toBe('two');
  document.getElementById('two')?.blur();
  mount(<Page buttons={['two', 'three']} />);
  expect(focused()).toBe('body');
});
