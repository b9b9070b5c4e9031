import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button } from '../components/Button.tsx';
import { siteOf } from '../domain/pageAddress.ts';
import { words } from '../locales/index.ts';
import { siteOrigins } from './siteAccess.ts';

/**
 * Below the clips of a page: let Whence be there whenever one comes back to this site. Nothing where it
 * may already, or never can.
 */
export function SiteAccess({ address }: { readonly address: string }) {
  const [isOffered, setOffered] = useState(false);
  const origins = siteOrigins(address);

  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const offered = origins !== undefined && !(await browser.permissions.contains(origins));
      if (isCurrent) setOffered(offered);
    };
    const onChange = (): void => void look();
    onChange();
    browser.permissions.onAdded.addListener(onChange);
    browser.permissions.onRemoved.addListener(onChange);
    return () => {
      isCurrent = false;
      browser.permissions.onAdded.removeListener(onChange);
      browser.permissions.onRemoved.removeListener(onChange);
    };
  }, [address]);

  if (!isOffered || !origins) return null;
  return (
    <p class="site-access">
      <span>{words.site.hint}</span>
      {/* asked in the moment of the click: the browser takes no other */}
      <Button look="quiet" onClick={() => void browser.permissions.request(origins)}>
        {words.site.allow(siteOf(address))}
      </Button>
    </p>
  );
}
