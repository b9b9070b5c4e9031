import { describe, expect, it } from 'vitest';
import { joinPage } from '../../../community/src/hub/joinPage.ts';
import { STYLE } from '../../../community/src/hub/style.ts';

describe('the page that an invite link opens', () => {
  const page = String(joinPage());

  it('says how to join', () => {
    expect(page).toContain('You are invited');
    expect(page).toContain('Whence button');
    expect(page).toContain('paste it in Whence');
  });
  it('runs nothing, styles nothing in place, and takes nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|<style| style=| on\w+=|https?:|@import|<iframe|<img/);
    expect(STYLE).not.toMatch(/@import|url\(|https?:/);
    expect([...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)).toEqual(['../hub/style.css']);
  });
  it('is made for light and dark', () => {
    expect(STYLE).toContain('color-scheme: light dark');
  });
});
