import { Poller } from 'c/corePoll';

describe('c-core-poll', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks again, more slowly each time, until it is stopped', async () => {
    const ask = jest.fn().mockResolvedValue(undefined);
    const poller = new Poller(ask, jest.fn());
    poller.start();
    await jest.advanceTimersByTimeAsync(1000);
    expect(ask).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1499);
    expect(ask).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(ask).toHaveBeenCalledTimes(2);
    poller.stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('starts once however often it is told to', async () => {
    const ask = jest.fn().mockResolvedValue(undefined);
    const poller = new Poller(ask, jest.fn());
    poller.start();
    poller.start();
    await jest.advanceTimersByTimeAsync(1000);
    expect(ask).toHaveBeenCalledTimes(1);
    poller.stop();
  });

  it('does not go on when the answer stopped it', async () => {
    const poller: Poller = new Poller(async () => poller.stop(), jest.fn());
    poller.start();
    await jest.advanceTimersByTimeAsync(1000);
    expect(poller.isRunning).toBe(false);
  });

  it('gives up after three minutes and says so', async () => {
    const giveUp = jest.fn();
    const poller = new Poller(jest.fn().mockResolvedValue(undefined), giveUp);
    poller.start();
    await jest.advanceTimersByTimeAsync(200_000);
    expect(giveUp).toHaveBeenCalledTimes(1);
    expect(poller.isRunning).toBe(false);
  });
});
