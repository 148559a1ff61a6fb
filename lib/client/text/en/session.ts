export const session = {
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  email: 'Email',
  password: 'Password',
  enterEmail: 'Enter your email address',
  enterPassword: 'Enter your password',
  wrong: 'Wrong email or password.',
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
