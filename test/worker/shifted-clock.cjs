// Preloaded into a worker that is tested as a process: it lives in the time of the journey it works for, whatever day it is today.
// Only Date is shifted; timers, the queue's heartbeats and everything the database measures run on real time.
const shift = Number(process.env.TEST_CLOCK_SHIFT_MS ?? 0);
const RealDate = Date;

globalThis.Date = class Date extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + shift);
    else super(...args);
  }

  static now() {
    return RealDate.now() + shift;
  }
};
