import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { UnreadNotice } from '../../components/UnreadNotice.tsx';
import { mount } from './mount.ts';

const area = () => page.getByLabelText('What you copied');
const paste = (text: string): void => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  area()
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};

describe('a page that can’t be read', () => {
  it('offers what was copied, and takes it as soon as it is pasted', async () => {
    const onQuote = vi.fn();
    mount(<UnreadNotice onQuote={onQuote} />);
    await userEvent.click(page.getByRole('button', { name: 'Use what I copied' }));
    await expect.element(area()).toHaveFocus();
    paste('the words');
    expect(onQuote).toHaveBeenCalledExactlyOnceWith('the words');
  });
  it('takes what is typed by the button, and nothing that is empty', async () => {
    const onQuote = vi.fn();
    mount(<UnreadNotice isPasting onQuote={onQuote} />);
    paste('  ');
    expect(onQuote).not.toHaveBeenCalled();
    await expect.element(page.getByRole('button', { name: 'Clip it' })).not.toBeInTheDocument();
    await userEvent.fill(area(), 'typed');
    await userEvent.click(page.getByRole('button', { name: 'Clip it' }));
    expect(onQuote).toHaveBeenCalledExactlyOnceWith('typed');
  });
  it('offers our view where the page is a PDF', async () => {
    const onOpenPdf = vi.fn();
    mount(<UnreadNotice onQuote={vi.fn()} onOpenPdf={onOpenPdf} />);
    await userEvent.click(page.getByRole('button', { name: 'Open in Whence’s PDF view' }));
    expect(onOpenPdf).toHaveBeenCalledOnce();
  });
});
