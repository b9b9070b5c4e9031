import type { Page } from 'playwright-core';

interface TreeNode {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly TreeNode[];
  readonly shadowRoots?: readonly TreeNode[];
}

const within = (node: TreeNode): TreeNode[] => [node, ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(within)];
const textOf = (node: TreeNode): string => (node.nodeName === '#text' ? node.nodeValue : (node.children ?? []).map(textOf).join(' '));

/** What Whence says above a page, by its role; its trees are closed to the page, and open to the DevTools protocol. */
export async function saidAbove(page: Page, role: 'status' | 'alert'): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const said = within(root).findLast(({ attributes = [] }) => attributes[attributes.indexOf('role') + 1] === role);
    return said ? textOf(said).replace(/\s+/g, ' ').trim() : '';
  } finally {
    await session.detach();
  }
}
