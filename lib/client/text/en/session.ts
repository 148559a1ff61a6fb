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
  /** Signing in at the university's own identity provider, by its name. */
  provider: {
    signIn: (name: string) => `Sign in with ${name}`,
    unreachable: (name: string) =>
      `${name} cannot be reached. Sign in with your password, or try again later.`,
    unverified: (name: string) =>
      `${name} has not verified your email address, so no account can be found by it. Have it verified there, or use your password.`,
    unknown: 'There is no account here with your email address. Ask the administration for one.',
    notActive: 'Your account is not active. Ask the administration.',
    taken: 'The account with your email address belongs to another sign-in. Ask the administration.',
    wait: 'Too many attempts. Try again in some minutes.',
    failed: (name: string) => `Signing in with ${name} did not work. Try again, or use your password.`,
  },
  demo: {
    title: 'Demo accounts',
    text: 'This is a demo university. Password of all accounts:',
    admin: 'Administrator',
    faculty: 'Faculty',
    student: 'Student of Computer Science',
    student2: 'Student of Mechanical Engineering',
  },
};
