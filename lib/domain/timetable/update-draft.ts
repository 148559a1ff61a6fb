/** SQL that writes a whole row of a draft over the one that is there; its values are those of `valuesOf`. */
export const UPDATE_DRAFT = `
  UPDATE timetable_entry SET course_id = $3, faculty_id = $4, room_id = $5, entry_type = $6::entry_type,
    day_of_week = $7, start_minute = $8, end_minute = $9, weeks = $10::week_pattern, starts_on = $11::date,
    ends_on = $12::date, is_locked = $13, version = $14
  WHERE entry_id = $1 AND timetable_id = $2 AND state = 'draft'`;
