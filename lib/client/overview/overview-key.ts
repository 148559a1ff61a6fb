/** Query key of the administrators' overview; the time zone of "today" follows it. */
export const overviewKey = ['overview'] as const;
