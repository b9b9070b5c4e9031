/** Something that happened in a community and that its live connections are told. */
export type LiveEvent =
  | { readonly type: 'changed'; readonly communityId: string; readonly seq: number }
  | { readonly type: 'left'; readonly communityId: string; readonly memberId: string };

type Listener = (event: LiveEvent) => void;

/** Who listens to what in this process. */
export interface Bus {
  /** Tell this process's listeners; `relay` hears it too, unless it came from there. */
  readonly publish: (event: LiveEvent, from?: 'relay') => void;
  /** Answers how to stop listening. */
  readonly listen: (communityId: string, listener: Listener) => () => void;
  /** Communities that somebody listens to. */
  readonly communities: () => readonly string[];
  /** Pass on to other processes what happens in this one. */
  readonly forward: (listener: Listener) => void;
}

export function createBus(): Bus {
  const listeners = new Map<string, Set<Listener>>();
  const forwards = new Set<Listener>();
  return {
    publish: (event, from) => {
      for (const listener of listeners.get(event.communityId) ?? []) listener(event);
      if (from !== 'relay') for (const listener of forwards) listener(event);
    },
    listen: (communityId, listener) => {
      const ofCommunity = listeners.get(communityId) ?? new Set();
      listeners.set(communityId, ofCommunity.add(listener));
      return () => {
        ofCommunity.delete(listener);
        if (ofCommunity.size === 0 && listeners.get(communityId) === ofCommunity) listeners.delete(communityId);
      };
    },
    communities: () => [...listeners.keys()],
    forward: (listener) => void forwards.add(listener),
  };
}
