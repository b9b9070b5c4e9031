import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Milliseconds: what takes less than this needs no sign that it is under way, and a flash of one disturbs. */
const PATIENCE = 150;

/** Its children, a moment later: for signs that something is under way. */
export function Delayed({ children }: { readonly children: ComponentChildren }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return isDue ? <>{children}</> : null;
}
