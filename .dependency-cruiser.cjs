// Who may import whom. docs/ARCHITECTURE.md draws this; this file enforces it, and scripts/import-rules.test.ts plants
// one violation of each rule and must see it caught.
const TESTS = '[.](test|int[.]test|test-d)[.]tsx?$|^lib/infra/testing/';
const rule = (name, from, to, more = {}) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: TESTS, ...more.from },
  to: { path: to, ...more.to },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { pathNot: TESTS }, to: { circular: true } },
    rule(
      'contracts-are-leaves',
      '^lib/contracts/',
      '^(app|components|server|prisma|generated|lib/(domain|infra|client))/',
    ),
    rule('domain-knows-only-contracts-and-infra', '^lib/domain/', '^(app|components|server|lib/client)/'),
    rule('no-sideways-domain', '^lib/domain/([^/]+)/', '^lib/domain/[^/]+/', {
      // One roster is departments, terms, people, subjects, courses and enrolments in one transaction, all or nothing: events
      // cannot promise that. It calls each noun's own functions; none may call it (docs/decisions/110).
      from: { pathNot: `${TESTS}|^lib/domain/roster-import/` },
      to: {
        // What is written down of a change or reported, who is told of it, and whose sessions it ends, stands in its transaction. The
        // search for a timetable is pure: it computes, and reads and writes nothing. So are the dates and times of the campus;
        // which classes are held when is read alone.
        pathNot:
          '^lib/domain/$1/|^lib/domain/[^/]+/queries[.]ts$|^lib/domain/session/authenticate[.]ts$|^lib/domain/audit/record-change[.]ts$|^lib/domain/notification/tell-people[.]ts$|^lib/domain/content-report/report-content[.]ts$|^lib/domain/session/end-sessions[.]ts$|^lib/domain/timetable-proposal/|^lib/domain/timetable/(clock-time|iso-date|university-now|overlap|list-meetings|expand-meetings)[.]ts$',
      },
    }),
    rule('infra-is-domain-free', '^lib/infra/', '^(app|components|server|lib/(domain|client))/'),
    // `reachable` follows every chain, not only direct imports.
    rule('browser-never-reaches-server', '^(components|lib/client)/', '^(server|lib/(domain|infra))/', {
      to: { reachable: true },
    }),
    rule(
      'ui-primitives-know-no-domain',
      '^components/ui/',
      '^(app|server|lib/(client/(?!(http|text)/)|domain|infra)|components/(?!ui/))',
    ),
    rule('lib-never-imports-bff', '^(app|components|lib)/', '^server/'),
    rule('worker-knows-only-contracts', '^worker/', '^(app|components|server|lib/(client|domain|infra))/'),
    rule('nobody-imports-the-worker', '^(app|components|lib|server)/', '^worker/'),
    rule('bff-never-imports-browser', '^server/', '^(app|components|lib/client)/'),
    rule('bff-never-imports-next', '^server/', '(^|/)node_modules/next/'),
    rule('pages-do-not-touch-infra', '^app/(?!api/)', '^lib/infra/'),
    rule(
      'handlers-never-touch-sockets',
      '^server/(consumers|notifications|outbox-relay)/',
      '^server/gateway/',
    ),
    rule('gateway-never-consumes', '^server/gateway/', '^server/(consumers|outbox-relay|notifications)/'),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^generated/' },
  },
};
