'use client';

import { useQuery } from '@tanstack/react-query';
import { reachOptions } from '@/lib/client/announcement/get-reach';
import { useReachText } from '@/lib/client/announcement/reach-text';
import { useFormat } from '@/lib/client/text/text-context';

/** How far it has come, in a row of a list: what is asked for, of how many. */
export function ReachInShort({ id }: { id: string }) {
  const text = useReachText();
  const format = useFormat();
  const { data } = useQuery(reachOptions(id));
  if (!data) return null;
  const { targeted, seen, acknowledged } = data.counts;
  const asked = data.acknowledgement_required ? format.number(acknowledged) : null;
  return <span>{text.inShort(format.number(targeted), format.number(seen), asked)}</span>;
}
