import { configure } from '@testing-library/react';

// Texts and schemas are chunks that a test waits for; on a machine that has other work they take long.
configure({ asyncUtilTimeout: 15_000 });
