import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/styles/CardList.css';
import { FeedItem, type FeedItemProps } from '../../components/FeedItem.tsx';
import { id, post, view } from './gallery/content.ts';
import { feedItem } from './gallery/states.tsx';
import { mount } from './mount.ts';

function show(over: Partial<FeedItemProps> = {}) {
  const calls = { onReact: vi.fn(), onThread: vi.fn(), onOpen: vi.fn() };
  return { ...calls, root: mount(<FeedItem {...feedItem} {...calls} {...over} />) };
}
const relied = () => page.getByRole('button', { name: /I relied on this/ });

test('it says who shared it, where and when, and leads with the reason', async () => {
  const { root } = show();
  expect(root.textContent).toMatch(/^Ines Carvalho.*Front-end guild.*yesterday.*Which grid.*Rules out the table/);
});

test('my own reaction is a pressed button, and pressing it again takes it back', async () => {
  const { onReact } = show();
  await expect.element(relied()).toHaveAttribute('aria-pressed', 'true');
  await expect.element(relied()).toMatchTextContent(/2$/);
  await userEvent.click(relied());
  expect(onReact).toHaveBeenCalledExactlyOnceWith(false);
});

test('a post that I did not rely on can be marked', async () => {
  const { onReact } = show({ memberId: id(99) });
  await expect.element(relied()).toHaveAttribute('aria-pressed', 'false');
  await userEvent.click(relied());
  expect(onReact).toHaveBeenCalledExactlyOnceWith(true);
});

test('who may only read sees how many relied on it and has nothing to press', async () => {
  show({ mayPost: false });
  await expect.element(page.getByText('2 members relied on this')).toBeVisible();
  await expect.element(relied()).not.toBeInTheDocument();
});

test('the replies are opened and closed by a button that says which', async () => {
  const { onThread } = show({ children: <p>the thread</p> });
  const button = page.getByRole('button', { name: '2 replies' });
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
  await expect.element(page.getByText('the thread')).not.toBeInTheDocument();
  await userEvent.click(button);
  expect(onThread).toHaveBeenCalledOnce();
  show({ isThreadOpen: true, children: <p>the thread</p> });
  await expect.element(page.getByText('the thread')).toBeVisible();
});

test('only an own post can be removed', async () => {
  show();
  await expect.element(page.getByRole('button', { name: 'Remove from the community' })).not.toBeInTheDocument();
  const onRemove = vi.fn();
  show({ onRemove });
  await userEvent.click(page.getByRole('button', { name: 'Remove from the community' }));
  expect(onRemove).toHaveBeenCalledOnce();
});

test('a note has its words in the place of the why, and no passage to open', async () => {
  show({ post: { ...post, body: { kind: 'note', text: 'A question to all' } }, onOpen: undefined });
  await expect.element(page.getByText('A question to all')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Open at the passage' })).not.toBeInTheDocument();
});

const marks = (root: HTMLElement): readonly string[] =>
  [...root.querySelectorAll('mark')].map((mark) => `${mark.parentElement?.className}: ${mark.textContent}`);

test('what was found in a reply is shown with its words, though the thread is closed', () => {
  const foundReplies = ['Thanks.', 'We keep a ledger.'];
  const { root } = show({ foundReplies, matches: { replies: [[18, 24]] } });
  expect(root.querySelector('.card-around')?.textContent).toBe('In a reply: We keep a ledger.');
  expect(marks(root)).toEqual(['card-around: ledger']);
});

test('what was found in who shared it, who wrote the page, its site and its tags is marked there', () => {
  const { root } = show({
    matches: {
      author: [
        [0, 4],
        ['Ines Carvalho, M. '.length, 'Ines Carvalho, M. Okafor'.length],
      ],
      site: [[0, 10]],
      tags: [['performance, '.length, 'performance, grid'.length]],
    },
  });
  expect(marks(root)).toEqual([
    'feed-author: Ines',
    'card-site: fieldnotes',
    'card-page-author card-page-author-found: Okafor',
    'card-tag: grid',
  ]);
});

test('in a narrow list the page’s author is shown when that was found', async () => {
  const author = `.card-page-author`;
  const { root } = show();
  root.classList.add('card-list');
  root.style.width = '360px';
  await expect.element(root.querySelector<HTMLElement>(author)).not.toBeVisible();
  show({ matches: { author: [['Ines Carvalho, M. '.length, 'Ines Carvalho, M. Okafor'.length]] } });
  await expect.element(root.querySelector<HTMLElement>(author)).toBeVisible();
});

test('what was found in a further passage or a caption is marked there', () => {
  const body = {
    ...post.body,
    morePassages: [
      { quote: 'One more', selector: [] },
      { quote: 'Sticky headers', selector: [] },
    ],
  };
  const image = { ...body, clipped: 'image', media: { caption: 'The board', alt: 'A whiteboard' } };
  const { root } = show({
    // a shared image, as its schema has it
    post: { ...post, body: image as FeedItemProps['post']['body'] },
    matches: { passages: [['One more '.length, 'One more Sticky'.length]], caption: [[4, 9]] },
  });
  expect([...root.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['board', 'Sticky']);
});

test('markup that a member wrote is shown as text', () => {
  const { root } = show({ post: { ...post, body: { kind: 'note', text: '<img src=x onerror=alert(1)>' } } });
  expect(root.querySelector('img')).toBeNull();
});

test('its title opens the passage', async () => {
  const { onOpen } = show();
  await userEvent.click(page.getByRole('button', { name: view.title }));
  expect(onOpen).toHaveBeenCalledOnce();
});
