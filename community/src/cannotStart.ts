/** Why the server does not start, for the person who runs it: a sentence, and what to do next. */
export class CannotStart extends Error {
  readonly next: string;

  constructor(sentence: string, next: string) {
    super(sentence);
    this.name = 'CannotStart';
    this.next = next;
  }
}
