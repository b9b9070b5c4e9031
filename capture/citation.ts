import type { Citation } from '../domain/clip.ts';
import { clippedLine } from './clippedText.ts';
import { isItem, isOfType, listOf, textsOf, type Item } from './items.ts';
import { said, type MetaTags } from './metaTags.ts';

const LONGEST = { doi: 200, container: 500, publisher: 300, volume: 60, issue: 60, pages: 60, isbn: 40, issn: 40 } as const;

/** A DOI (ISO 26324) without what stands around it: a resolver's address, `doi:`. */
const doiIn = (stated: string): string | undefined => /\b10\.\d{4,9}(?:\.\d+)*\/[^\s"<>?#]+/.exec(stated)?.[0].replace(/[.,;]+$/, '');

/** Where a work appeared, from the tags for reference managers and from structured data; absent when it states no such place. */
export function citationOf(tags: MetaTags, works: readonly Item[]): Citation | undefined {
  const [work] = works.filter((one) => isOfType(one, /ScholarlyArticle|Book|Chapter|Thesis/));
  const whole = work ? containersOf(work) : [];
  const of = (name: string): unknown => whole.flatMap((item) => textsOf(item[name]))[0];
  const [first] = said(tags, 'citation_firstpage', 'prism.startingpage');
  const [last] = said(tags, 'citation_lastpage', 'prism.endingpage');
  const stated = {
    doi: [
      ...said(tags, 'citation_doi', 'prism.doi', 'bepress_citation_doi'),
      ...said(tags, 'dc.identifier.doi', 'dc.identifier'),
      ...identifiersOf(work),
    ].flatMap((text) => doiIn(text.slice(0, 1_000)) ?? [])[0],
    container:
      said(tags, 'citation_journal_title', 'citation_conference_title', 'citation_inbook_title', 'prism.publicationname', 'dc.source')[0] ??
      whole.filter((item) => isOfType(item, /Periodical|Book|Series/) && item !== work).flatMap((item) => textsOf(item['name']))[0],
    publisher: said(tags, 'citation_publisher', 'dc.publisher', 'prism.publisher')[0] ?? textsOf(work?.['publisher'])[0],
    volume: said(tags, 'citation_volume', 'prism.volume')[0] ?? of('volumeNumber'),
    issue: said(tags, 'citation_issue', 'prism.number')[0] ?? of('issueNumber'),
    pages: first ? (last && last !== first ? `${first}-${last}` : first) : (textsOf(work?.['pagination'])[0] ?? rangeOf(work)),
    isbn: said(tags, 'citation_isbn', 'prism.isbn', 'book:isbn', 'books:isbn')[0] ?? of('isbn'),
    issn: said(tags, 'citation_issn', 'prism.issn', 'prism.eissn')[0] ?? of('issn'),
  };
  const citation: Citation = Object.fromEntries(
    Object.entries(LONGEST).flatMap(([name, longest]) => {
      const line = clippedLine(stated[name as keyof typeof stated], longest); // the names are the same
      return line ? [[name, line]] : [];
    }),
  );
  // any page may name its publisher, or where it has something from; that alone is no citation
  const isCited =
    citation.doi ?? citation.volume ?? citation.isbn ?? citation.issn ?? said(tags, 'citation_title', 'prism.publicationname')[0];
  return isCited !== undefined || (work && citation.container) ? (Object.keys(citation).length > 0 ? citation : undefined) : undefined;
}

/** A work, then what it is part of: the issue, the volume, the journal. */
function containersOf(work: Item): Item[] {
  const whole = [work];
  for (let depth = 0; depth < 4; depth++) {
    const [part] = listOf(whole.at(-1)?.['isPartOf']).filter(isItem);
    if (!part) break;
    whole.push(part);
  }
  return whole;
}

const identifiersOf = (work: Item | undefined): string[] =>
  [work?.['identifier'], work?.['sameAs'], work?.['@id'], work?.['url']].flatMap((value) => [
    ...textsOf(value),
    ...listOf(value).flatMap((one) => (isItem(one) ? textsOf(one['value']) : [])),
  ]);

function rangeOf(work: Item | undefined): string | undefined {
  const [first] = textsOf(work?.['pageStart']);
  const [last] = textsOf(work?.['pageEnd']);
  return first && last && last !== first ? `${first}-${last}` : first;
}
