import { render } from 'preact';
import { clipView } from '../components/cardView.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { Icon } from '../components/Icon.tsx';
import { Reader } from '../components/Reader.tsx';
import '../components/styles/base.css';
import type { Failure } from '../domain/failure.ts';
import { words } from '../locales/index.ts';
import { textOf } from '../storage/attachments.ts';
import { clipById } from '../storage/clipLists.ts';
import type { WhenceDatabase } from '../storage/database.ts';
import { databaseFailure } from '../storage/failures.ts';
import { openDatabase } from '../storage/open.ts';

const Back = () => (
  <a href="/library.html">
    <Icon name="back" /> {words.reader.back}
  </a>
);

/** Mount the reader for a clip's page in a page of the extension. */
export async function mountReader(clipId: string): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  const failed = (failure: Failure): void => render(<FailureNotice failure={failure} />, root);
  const opened = await openDatabase({ onOutdated: () => failed({ code: 'database-newer' }) });
  if (!opened.ok) {
    failed(opened.error);
    return;
  }
  try {
    await show(opened.value, clipId, root);
  } catch (error) {
    failed(databaseFailure(error));
  }
}

async function show(database: WhenceDatabase, clipId: string, root: HTMLElement): Promise<void> {
  const [clip, text] = await Promise.all([clipById(database, clipId), textOf(database, clipId)]);
  if (!clip) {
    render(
      <main class="reader">
        <Back />
        <EmptyState icon="read" sentence={words.reader.gone} hint={words.reader.goneHint} />
      </main>,
      root,
    );
    return;
  }
  const decision = clip.evidence && (await database.decisions.get(clip.evidence.decisionId));
  document.title = clip.source.title || words.name;
  render(
    <Reader
      view={clipView(clip, decision)}
      address={clip.source.address}
      published={clip.source.published}
      createdAt={clip.createdAt}
      text={text}
    >
      <Back />
    </Reader>,
    root,
  );
}
