/** Names as they are met at a university: long and short, from many places, one written from right to left. */
export const givenNames = [
  'Amara', 'Yusuf', 'Chloé', 'Hiroshi', 'Priya', 'Mateo', 'Zofia', 'Daniel', 'Nguyễn Thị', 'Fatima', 'Oluwaseun',
  'Sofia', 'Arjun', 'Emma', 'Ji-woo', 'Lucas', 'Anastasia', 'Tariq', 'María José', 'Noah', 'Ayesha', 'Björn', 'Mei',
  'Thabo', 'Isabella', 'ליאור', 'Omar', 'Grace', 'Sanjay', 'Camille', 'Aleksander', 'Wanjiru', 'Diego', 'Hannah',
  'Ravi', 'Élodie', 'Kofi', 'Marta', 'Jean-Baptiste', 'Linh',
] as const;

export const familyNames = [
  'Okafor', 'Haddad', 'Dubois', 'Tanaka', 'Sharma', 'García Hernández', 'Kowalska', 'Müller', 'Trần', 'Al-Mansouri',
  'Adeyemi-Williams', 'Rossi', 'Patel', 'Johnson', 'Kim', 'Silva', 'Ivanova', 'Rahman', 'Fernández de la Vega', 'Berg',
  'Khan', 'Lindqvist', 'Chen', 'Nkosi', 'Romano', 'כהן', 'Farouk', 'Owusu', 'Iyer', 'Moreau', 'Nowak', 'Kamau',
  'Castillo', 'Schneider', 'Reddy', 'Lefèvre', 'Boateng', 'Horvat', 'van den Berg-Oosterhuis', 'Phạm',
] as const;
