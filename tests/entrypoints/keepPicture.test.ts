import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { KEPT } from '../../domain/limits.ts';
import { noteImage, photograph } from '../../entrypoints/background/keepPicture.ts';
import { cutOut } from '../../entrypoints/background/pictures.ts';
import { idOf } from '../storage/samples.ts';

vi.mock('../../entrypoints/background/pictures.ts', () => ({ cutOut: vi.fn(), keepable: vi.fn() }));

const VIEW = { box: { x: 0, y: 0, width: 10, height: 10 }, width: 100, height: 100 };

beforeEach(() => {
  fakeBrowser.reset();
  vi.mocked(cutOut).mockReset();
});

describe('an image that was chosen', () => {
  it('is noted by an address that can be asked for', async () => {
    await noteImage(idOf(1), 'https://a.example/1.png');
    expect(await fakeBrowser.storage.session.get()).toEqual({ [`image:${idOf(1)}`]: 'https://a.example/1.png' });
  });

  it('is not noted by one that holds the image itself, or is too long: the store of a session is small', async () => {
    await noteImage(idOf(1), 'data:image/png;base64,AAAA');
    await noteImage(idOf(2), `https://a.example/${'x'.repeat(KEPT.address)}`);
    expect(await fakeBrowser.storage.session.get()).toEqual({});
  });
});

describe('a photograph', () => {
  it('is of no other tab, to which the person went meanwhile', async () => {
    let isActive = true;
    const tab = await fakeBrowser.tabs.create({ url: 'https://a.example/' });
    fakeBrowser.tabs.get = async () => ({ ...tab, windowId: 1, active: isActive });
    fakeBrowser.tabs.captureVisibleTab = async () => {
      isActive = false;
      return 'data:image/png;base64,AAAA';
    };
    expect(await photograph(tab.id ?? -1, idOf(1), VIEW)).toMatchObject({ error: { code: 'picture-not-allowed' } });
    expect(cutOut).not.toHaveBeenCalled();
  });
});
