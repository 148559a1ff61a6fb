const accounts = [
  ['Administrator', 'admin@nimbusu.test'],
  ['Faculty', 'faculty@nimbusu.test'],
  ['Student of Computer Science', 'student@nimbusu.test'],
  ['Student of Mechanical Engineering', 'student2@nimbusu.test'],
] as const;

/** How to look around a demo university. Shown only where the demo accounts exist. */
export function DemoAccounts() {
  return (
    <section aria-label="Demo accounts" className="border-t pt-5 text-sm">
      <p className="text-ink-2">
        This is a demo university. Password of all accounts:{' '}
        <span className="font-mono text-ink">nimbusu-demo</span>
      </p>
      <dl className="mt-3 grid gap-2">
        {accounts.map(([who, email]) => (
          <div key={email}>
            <dt className="text-ink-3">{who}</dt>
            <dd className="font-mono">{email}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
