import type { Source } from '../domain/clip.ts';
import { isOfType, type Item } from './items.ts';
import { said, type MetaTags } from './metaTags.ts';

/** Makers of documentation, as they name themselves in `generator`. */
const DOCUMENTATION_MAKERS =
  /docusaurus|mkdocs|docutils|sphinx|javadoc|doxygen|rustdoc|mdbook|vitepress|vuepress|starlight|jsdoc|typedoc|antora|gitbook|docfx|mandoc|dokka|exdoc|nextra|mintlify|hugo-book|docsify|yard/i;

/** Trackers that tell in the page itself that it is one of their items. */
const ISSUE =
  'meta[name="ajs-issue-key"], meta[name="hovercard-subject-tag"][content^="issue:"], meta[name="hovercard-subject-tag"][content^="pull_request:"], body[data-page="projects:issues:show"], body[data-page^="projects:merge_requests:show"], body.bz_bug';
const DOCUMENTATION =
  'body.rst-content, .rst-content > .document, #documentation_options, script[src*="documentation_options.js"], .sphinxsidebar, meta[name^="docsearch:" i], meta[name="readthedocs-project-slug"]';

const PERIODICALS = ['citation_journal_title', 'citation_conference_title', 'citation_inbook_title'];
const ARTICLE = /Article$|BlogPosting$|^Report$/;

/** What kind of page it is, as far as the page itself states it. */
export function typeOf(document: Document, tags: MetaTags, works: readonly Item[]): Source['type'] {
  const is = (types: RegExp): boolean => works.some((work) => isOfType(work, types));
  const openGraph = said(tags, 'og:type')[0]?.trim().toLowerCase() ?? '';
  const isInBook = tags.has('citation_isbn') && !PERIODICALS.some((name) => tags.has(name));
  const hasPaperTags = tags.has('citation_title') && !isInBook;
  if (is(/^(?:Medical)?ScholarlyArticle$/) || hasPaperTags) return 'paper';
  if (document.querySelector(ISSUE)) return 'issue';
  if (is(/^(?:QAPage|Question)$/)) return 'question';
  if (/^video\b/.test(openGraph) || is(/^VideoObject$/)) return 'video';
  if (is(/^(?:TechArticle|APIReference)$/)) return 'documentation';
  if (is(ARTICLE)) return 'article';
  if (DOCUMENTATION_MAKERS.test(said(tags, 'generator').join(' ')) || document.querySelector(DOCUMENTATION)) return 'documentation';
  return openGraph === 'article' ? 'article' : undefined;
}
