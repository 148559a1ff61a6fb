/** Who has which conversation open, here and in the other processes. */
export interface PresenceBoard {
  /** One more screen of a user. Whether the user is new here. */
  open(conversationId: string, userId: string): boolean;
  /** One screen fewer. Whether it was the user's last one here. */
  close(conversationId: string, userId: string): boolean;
  /** What another process says: all that have it open there, at this time (ms). */
  hear(told: { from: string; conversationId: string; userIds: readonly string[]; at: number }): void;
  /** Everybody who has it open, by id. */
  present(conversationId: string): string[];
  /** Those who have it open here. */
  here(conversationId: string): string[];
  /** The conversations that are open here. */
  openHere(): string[];
  /** Forgets what other processes said before this time (ms); which conversations that concerns. */
  forgetBefore(at: number): string[];
}

export function createPresenceBoard(): PresenceBoard {
  const own = new Map<string, Map<string, number>>();
  const others = new Map<string, Map<string, { userIds: readonly string[]; at: number }>>();
  const here = (conversationId: string) => [...(own.get(conversationId)?.keys() ?? [])].sort();
  return {
    open(conversationId, userId) {
      const users = own.get(conversationId) ?? new Map<string, number>();
      own.set(conversationId, users);
      const screens = users.get(userId) ?? 0;
      users.set(userId, screens + 1);
      return screens === 0;
    },
    close(conversationId, userId) {
      const users = own.get(conversationId);
      const screens = users?.get(userId) ?? 0;
      if (!users || screens === 0) return false;
      if (screens > 1) {
        users.set(userId, screens - 1);
        return false;
      }
      users.delete(userId);
      if (users.size === 0) own.delete(conversationId);
      return true;
    },
    hear({ from, conversationId, userIds, at }) {
      const processes = others.get(conversationId) ?? new Map();
      others.set(conversationId, processes);
      if (userIds.length > 0) processes.set(from, { userIds, at });
      else processes.delete(from);
      if (processes.size === 0) others.delete(conversationId);
    },
    present: (conversationId) => {
      const elsewhere = [...(others.get(conversationId)?.values() ?? [])].flatMap(({ userIds }) => userIds);
      return [...new Set([...here(conversationId), ...elsewhere])].sort();
    },
    here,
    openHere: () => [...own.keys()],
    forgetBefore(at) {
      const changed: string[] = [];
      for (const [conversationId, processes] of others) {
        for (const [from, told] of processes) {
          if (told.at >= at) continue;
          processes.delete(from);
          changed.push(conversationId);
        }
        if (processes.size === 0) others.delete(conversationId);
      }
      return [...new Set(changed)];
    },
  };
}
