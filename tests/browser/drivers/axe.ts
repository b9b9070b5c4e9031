import axe from 'axe-core';

/** Anything that evaluates an expression in a page: Playwright's Page, a Surface, a FirefoxTab. */
interface Evaluates {
  readonly evaluate: <T>(expression: string) => Promise<T>;
}

/** One accessibility rule that a page breaks, and where. */
export interface Violation {
  readonly rule: string;
  readonly help: string;
  readonly impact: string;
  /** The elements, each as HTML and what axe says of it. */
  readonly where: readonly string[];
}

/** Check a page, or the part of it under a selector, against WCAG 2.2 AA and axe's best practices. An empty list is what one wants. */
export function findViolations(page: Evaluates, under?: string): Promise<readonly Violation[]> {
  const context = under === undefined ? 'document' : JSON.stringify(under);
  return page.evaluate<readonly Violation[]>(`(() => {
    ${axe.source};
    return axe.run(${context}).then(({ violations }) => violations.map(({ id, help, impact, nodes }) => ({
      rule: id, help, impact: impact ?? 'unknown', where: nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary),
    })));
  })()`);
}
