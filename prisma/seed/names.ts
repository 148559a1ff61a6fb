/** Names as they are met at a university: short and long, from many places, some written from right to left. */
export const nameCultures: readonly NameCulture[] = [
  {
    given: ['Aarav', 'Priya', 'Arjun', 'Ananya', 'Sanjay', 'Meera', 'Vikram', 'Kavya', 'Rohan', 'Lakshmi'],
    family: [
      'Sharma',
      'Patel',
      'Iyer',
      'Reddy',
      'Banerjee',
      'Nair',
      'Venkatasubramanian',
      'Kulkarni',
      'Singh',
    ],
  },
  {
    given: ['Emma', 'Noah', 'Grace', 'Daniel', 'Hannah', 'Liam', 'Charlotte', 'Theo', 'Zoe', 'Max'],
    family: ['Johnson', "O'Sullivan", 'Clarke', 'Smith', 'Featherstonehaugh', 'Wright', 'Evans', 'Lee'],
  },
  {
    given: ['Amara', 'Oluwaseun', 'Kofi', 'Wanjiru', 'Thabo', 'Chiamaka', 'Kwabena', 'Zanele', 'Ifeoluwa'],
    family: ['Okafor', 'Adeyemi-Williams', 'Owusu', 'Kamau', 'Nkosi', 'Boateng', 'Chukwuemeka', 'Mensah'],
  },
  {
    given: ['Mateo', 'Sofía', 'María José', 'Diego', 'Valentina', 'João Pedro', 'Camila', 'Andrés', 'Inês'],
    family: [
      'García Hernández',
      'Fernández de la Vega',
      'Silva',
      'Castillo',
      'Rojas Peña',
      'dos Santos',
      'Vargas',
    ],
  },
  {
    given: [
      'Chloé',
      'Jean-Baptiste',
      'Élodie',
      'Lucas',
      'Marta',
      'Giulia',
      'Björn',
      'Annika',
      'Matthias',
      'Sanne',
    ],
    family: [
      'Dubois',
      'Lefèvre',
      'Rossi',
      'Müller',
      'Lindqvist',
      'van den Berg-Oosterhuis',
      'Schneider',
      'Moreau',
    ],
  },
  {
    given: ['Zofia', 'Aleksander', 'Anastasia', 'Katarína', 'Dmytro', 'Ivana', 'Tomáš', 'Milica', 'Łukasz'],
    family: ['Kowalczyk', 'Nowak', 'Dvořák', 'Horvat', 'Shevchenko', 'Petrović', 'Wójcik', 'Papadopoulou'],
  },
  {
    given: [
      'Hiroshi',
      'Mei',
      'Ji-woo',
      'Linh',
      'Sakura',
      'Wei',
      'Min-jun',
      'Thị Hồng Nhung',
      'Siriporn',
      'Hao',
    ],
    family: ['Tanaka', 'Chen', 'Kim', 'Trần', 'Nguyễn', 'Watanabe', 'Park', 'Zhang', 'Rattanakosin', 'Lim'],
  },
  {
    given: ['Yusuf', 'Fatima', 'Omar', 'Ayesha', 'Tariq', 'Leila', 'Ibrahim', 'Zeynep', 'Hassan', 'Noor'],
    family: ['Haddad', 'Al-Mansouri', 'Rahman', 'Farouk', 'Khan', 'Yılmaz', 'Abdurrahmanoğlu', 'El-Sayed'],
  },
  { given: ['ليلى', 'محمد', 'نور', 'يوسف'], family: ['الحداد', 'المنصوري', 'عبد الرحمن'] },
  { given: ['ליאור', 'נועה', 'איתי'], family: ['כהן', 'לוי', 'בן־דוד'] },
];

export interface NameCulture {
  readonly given: readonly string[];
  readonly family: readonly string[];
}
