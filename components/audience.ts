/** A community that a clip can be shared to, and how many people read there. */
export interface Audience {
  readonly communityId: string;
  readonly name: string;
  readonly members: number;
  readonly mayPost: boolean;
}
