const { default: Sequencer } = require('@jest/test-sequencer');

/** The long ones first, so that no worker is left alone with them at the end; a machine that runs them for the first time knows no durations. */
const LONG = ['/test/browser/', '/test/worker/', '/test/isolation/', '/test/portal/', '/test/'];
const rank = ({ path }) => { const at = LONG.findIndex((folder) => path.includes(folder)); return at < 0 ? LONG.length : at; };

module.exports = class extends Sequencer {
  sort(tests) {
    const usual = super.sort(tests);
    return [...usual].sort((a, b) => rank(a) - rank(b) || usual.indexOf(a) - usual.indexOf(b));
  }
};
