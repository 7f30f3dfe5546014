import { chunkCount, chunkOf, isAccepted, reducePhoto } from 'c/coreFiles';

const file = (bytes: number, type = 'image/png', name = 'receipt.png'): File => new File([new Uint8Array(bytes).fill(7)], name, { type });

/** jsdom draws nothing: what a browser makes of a real photo is proved in e2e/components.test.ts. */
function withPhoto(width: number, height: number, sizes: readonly (number | null)[]): { drawn: number[]; close: jest.Mock } {
  const drawn: number[] = [];
  const close = jest.fn();
  const left = [...sizes];
  Object.assign(window, { createImageBitmap: jest.fn().mockResolvedValue({ width, height, close }) });
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  jest.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (this: HTMLCanvasElement, done) {
    drawn.push(this.width, this.height);
    const size = left.shift() ?? null;
    done(size === null ? null : new Blob([new Uint8Array(size)], { type: 'image/jpeg' }));
  });
  return { drawn, close };
}

describe('c-core-files', () => {
  afterEach(() => jest.restoreAllMocks());

  it('makes a photo as small as wanted, and says by its name what it became', async () => {
    const { drawn, close } = withPhoto(4000, 3000, [400]);
    const reduced = await reducePhoto(file(5000), { pixels: 2000, bytes: 1000 });
    expect(drawn).toEqual([2000, 1500]);
    expect([reduced.name, reduced.type, reduced.size]).toEqual(['receipt.jpg', 'image/jpeg', 400]);
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('gives up quality until it fits, and takes what is smallest when it never does', async () => {
    withPhoto(1000, 800, [900, 400]);
    expect((await reducePhoto(file(5000), { pixels: 2000, bytes: 500 })).size).toBe(400);
    withPhoto(1000, 800, [900, 800, 700, 600]);
    expect((await reducePhoto(file(5000), { pixels: 2000, bytes: 500 })).size).toBe(600);
  });

  it('leaves alone what is small enough, what would grow, and what cannot be encoded', async () => {
    const small = file(100);
    withPhoto(800, 600, []);
    expect(await reducePhoto(small, { pixels: 2000, bytes: 1000 })).toBe(small);
    withPhoto(4000, 600, [300]);
    expect(await reducePhoto(small, { pixels: 2000, bytes: 1000 })).toBe(small);
    withPhoto(4000, 600, [null]);
    expect(await reducePhoto(small, { pixels: 2000, bytes: 1000 })).toBe(small);
  });

  it('leaves alone what is no photo, and what this browser cannot read', async () => {
    const pdf = file(5000, 'application/pdf', 'invoice.pdf');
    expect(await reducePhoto(pdf, { pixels: 10, bytes: 10 })).toBe(pdf);
    const heic = file(5000, 'image/heic', 'photo.heic');
    Object.assign(window, { createImageBitmap: jest.fn().mockRejectedValue(new Error('cannot decode')) });
    expect(await reducePhoto(heic, { pixels: 10, bytes: 10 })).toBe(heic);
  });

  it('cuts a file into texts that join to the file', async () => {
    const text = 'Müller & Söhne, Rechnung 4711: über alles.';
    const whole = new File([text], 'note.txt', { type: 'text/plain' });
    const count = chunkCount(whole, 9);
    const parts: string[] = [];
    for (let index = 0; index < count; index++) {
      const chunk = await chunkOf(whole, 'k', index, 9);
      expect(chunk).toMatchObject({ key: 'k', name: 'note.txt', type: 'text/plain', size: whole.size, index, count });
      parts.push(chunk.base64);
    }
    const bytes = [...window.atob(parts.join(''))].map((letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`);
    expect(decodeURIComponent(bytes.join(''))).toBe(text);
  });

  it.each([
    ['invoice.PDF', 'application/pdf', '.pdf,.png', true],
    ['photo.heic', 'image/heic', 'image/*', true],
    ['photo.png', 'image/png', 'image/png', true],
    ['virus.exe', 'application/octet-stream', '.pdf,image/*', false],
    ['pdf', '', '.pdf', false],
    ['anything', '', '', true]
  ])('takes %s (%s) with "%s": %s', (name, type, accept, taken) => {
    expect(isAccepted(file(1, type, name), accept)).toBe(taken);
  });
});
