/** What is tried first, in small letters; what follows at the end (digits, signs) does not count. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passw0rd password1 qwertyuiop qwertzuiop qwerty qwertz qwerty123 qwertyui asdfghjkl asdfasdf asdfghjk zxcvbnm
  yxcvbnm iloveyou princess sunshine football baseball basketball superman batman dragon monkey shadow master letmein
  welcome welcome1 trustno1 starwars whatever michelle jennifer jessica computer internet samsung liverpool chelsea
  arsenal barcelona manchester charlie jordan hunter killer michael ashley freedom summer winter spring autumn
  secret administrator admin root user guest login changeme default test testtest testing university student faculty
  college school nimbus nimbusu passwort hallo hallohallo schatz ficken geheim sommer berlin deutschland schalke
  1234567890 12345678 123456789 0987654321 87654321 11111111 00000000 12341234 123123123 123321123 11223344 55555555
  88888888 99999999 666666666 987654321 147258369 789456123 123456789a 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 zaq12wsx
  a1b2c3d4 abcd1234 abc12345 abcdefgh abcdefghi aaaaaaaa password123 p@ssw0rd p@ssword pa55word passwd mustang access
  corvette maverick midnight cookie biteme fuckyou pokemon butterfly purple ginger pepper hello hellohello matrix
  samantha nicole daniel andrew thomas robert lovely flower babygirl tinkerbell spiderman blink182 softball
  1234qwer qwer1234 qweasdzxc 1qazxsw2 zxcvbnm123 asdf1234 google facebook linkedin myspace`.split(/\s+/),
);
