import { counted } from './counted';

export const session = {
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  email: 'Email',
  password: 'Password',
  enterEmail: 'Enter your email address',
  enterPassword: 'Enter your password',
  wrong: 'Wrong email or password.',
  /** Too many attempts; the next one may be made after so many seconds. */
  wait: (seconds: number) =>
    `Too many attempts. Try again in ${seconds < 60 ? counted(seconds, { one: '# second', other: '# seconds' }) : counted(Math.ceil(seconds / 60), { one: '# minute', other: '# minutes' })}.`,
  forgot: 'Forgot your password?',
  unreachable: 'The server could not be reached. What you typed is still here; try again in a moment.',
  demo: {
    title: 'Demo accounts',
    text: 'This is a demo university. Password of all accounts:',
    admin: 'Administrator',
    faculty: 'Faculty',
    student: 'Student of Computer Science',
    student2: 'Student of Mechanical Engineering',
  },
};
