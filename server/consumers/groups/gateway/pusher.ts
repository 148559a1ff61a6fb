import type { Room } from '@/lib/contracts/pushes/rooms';
import type { PushName, PushPayload } from '@/lib/contracts/pushes/socket';

/** The voice that main gives these handlers: they say what and to whom, the gateway knows the sockets. */
export interface Pusher {
  /** To every socket in any of `rooms` and in none of `except`, each once. */
  push<N extends PushName>(
    rooms: readonly Room[],
    name: N,
    payload: PushPayload<N>,
    except?: readonly Room[],
  ): void;
  endSessions(rooms: readonly Room[], reason: string): void;
  reconnect(rooms: readonly Room[]): void;
  /** These people have come into a course or left one: their sockets belong to other rooms now. */
  settleCourses(rooms: readonly Room[]): void;
  /** These people may have left a conversation: what they are not in, their sockets do not show any more. */
  settleConversations(rooms: readonly Room[]): void;
  /** Seats of these courses were taken or given up: the catalogues on screen are told, soon. */
  seatsChanged(courseIds: readonly string[]): void;
  /** Answers have come, or more people were told: the boards of these announcements are brought up to date, soon. */
  reachChanged(announcementIds: readonly string[]): void;
}
