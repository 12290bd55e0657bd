import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { run } from './run.mjs';
import { setUpTests } from './setup-tests.mjs';
import { root } from './targets.mjs';

const results = path.join(root, '.out/results');
const notRun = new Set();
/** @type {string[]} */
const failures = [];
let passed = 0;
let failed = 0;

function step(name) {
  console.log(`\n== ${name}`);
  return performance.now();
}

/** The beginning of what went wrong, without the colours of a terminal: enough to find it by. */
function told(messages) {
  return stripVTControlCharacters(messages.join('\n')).slice(0, 3000);
}

function count(file) {
  const report = JSON.parse(fs.readFileSync(file, 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  for (const suite of report.testResults) {
    const where = path.relative(root, suite.name);
    if (suite.status === 'failed' && suite.assertionResults.length === 0) {
      failed += 1;
      failures.push(`${where}\n${suite.message}`);
    }
    for (const test of suite.assertionResults) {
      if (test.status === 'failed')
        failures.push(`${where}: ${test.fullName}\n${told(test.failureMessages)}`);
      if (['pending', 'skipped', 'todo'].includes(test.status)) notRun.add(test.fullName);
    }
  }
  return report.numTotalTests > 0;
}

/** Runs one vitest project and adds what it counted; a run that ends without a report is one failure. */
async function runProject(name) {
  step(name);
  const file = path.join(results, `${name}.json`);
  fs.rmSync(file, { force: true });
  const { ok } = await run(
    'vitest',
    ['run', '--project', name, '--reporter', 'default', '--reporter', 'json', `--outputFile.json=${file}`],
    { show: true, env: { CI: '1' } },
  );
  const before = failed;
  if (!fs.existsSync(file)) {
    failed += 1;
    failures.push(`${name}: ended without a report`);
  } else if (!count(file)) notRun.add(`${name}: no tests`);
  if (!ok && failed === before) {
    failed += 1;
    failures.push(`${name}: an error outside of the tests`);
  }
}

/** Runs one script of this folder; counts as one check. */
async function runScript(name, script, args = []) {
  step(name);
  const { ok } = await run(path.join(root, 'resources/build', script), args, { show: true });
  if (ok) passed += 1;
  else {
    failed += 1;
    failures.push(name);
  }
}

fs.mkdirSync(results, { recursive: true });
step('set-up');
for (const reason of await setUpTests()) notRun.add(reason);
await runScript('check: format, types, lint, dead code', 'check.mjs', ['--without-tests']);
await runScript('build', 'build.mjs');
for (const project of ['unit', 'long', 'conformance', 'faults', 'end-to-end']) await runProject(project);

console.log('');
for (const failure of failures) console.log(`failed: ${failure}\n`);
for (const what of notRun) console.log(`not run: ${what}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
