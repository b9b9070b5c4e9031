/** An event of a Server-Sent Events stream. */
export interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

/** Characters of one event that are read; ours have a hundred. A longer one is dropped whole. */
const LONGEST_EVENT = 64 * 1024;

/**
 * A parser of Server-Sent Events (HTML Living Standard, section 9.2.6) that is fed a stream's text
 * in pieces, wherever they are cut. Comments and fields that we don't use are passed over.
 */
export function eventParser(onEvent: (event: ServerEvent) => void): (piece: string) => void {
  let line = '';
  let lineLength = 0;
  let event = { name: '', data: [] as readonly string[], length: 0 };
  /** The last piece ended in a carriage return, which may have been half a line break. */
  let isAfterReturn = false;

  const grow = (text: string): void => {
    lineLength += text.length;
    if (lineLength <= LONGEST_EVENT) line += text;
  };

  const endLine = (): void => {
    const length = lineLength;
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    [line, lineLength] = ['', 0];
    if (length === 0) {
      if (event.data.length > 0 && event.length <= LONGEST_EVENT) onEvent({ name: event.name || 'message', data: event.data.join('\n') });
      event = { name: '', data: [], length: 0 };
    } else if (length > LONGEST_EVENT) event = { ...event, length };
    else if (field === 'event') event = { ...event, name: value };
    else if (field === 'data') {
      const total = event.length + value.length;
      // past the cap the text is let go, not kept until the event ends
      event = { ...event, length: total, data: total > LONGEST_EVENT ? [''] : [...event.data, value] };
    }
  };

  return (piece) => {
    if (piece === '') return;
    let rest = isAfterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    isAfterReturn = piece.endsWith('\r');
    for (let end = /\r\n|\r|\n/.exec(rest); end; end = /\r\n|\r|\n/.exec(rest)) {
      grow(rest.slice(0, end.index));
      rest = rest.slice(end.index + end[0].length);
      endLine();
    }
    grow(rest);
  };
}
