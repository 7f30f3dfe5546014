/** RGBA, rows from the top. */
export type Raster = { width: number; height: number; data: Uint8ClampedArray };
export type Point = { x: number; y: number };
/** Corners clockwise from the top left of the text. */
export type Quad = readonly [Point, Point, Point, Point];

/** Turned clockwise by quarters. */
export function turned(image: Raster, quarters: 0 | 1 | 2 | 3): Raster {
  if (quarters === 0) return image;
  const { width, height } = image;
  const source = new Uint32Array(image.data.buffer, image.data.byteOffset, width * height);
  const target = new Uint32Array(width * height);
  const [w, h] = quarters === 2 ? [width, height] : [height, width];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at =
        quarters === 1 ? x * w + (height - 1 - y) : quarters === 2 ? (height - 1 - y) * w + (width - 1 - x) : (width - 1 - x) * w + y;
      target[at] = source[y * width + x]!;
    }
  }
  return { width: w, height: h, data: new Uint8ClampedArray(target.buffer) };
}

/** Mean of the pixels that fall into one when made smaller, bilinear when made larger. */
export function resized(image: Raster, width: number, height: number): Raster {
  if (width === image.width && height === image.height) return image;
  const data = new Uint8ClampedArray(width * height * 4);
  const [sx, sy] = [image.width / width, image.height / height];
  const smaller = sx > 1.5 || sy > 1.5;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      if (smaller) mean(image, x * sx, y * sy, (x + 1) * sx, (y + 1) * sy, data, at);
      else sample(image, (x + 0.5) * sx - 0.5, (y + 0.5) * sy - 0.5, data, at);
    }
  }
  return { width, height, data };
}

function mean(image: Raster, x0: number, y0: number, x1: number, y1: number, data: Uint8ClampedArray, at: number): void {
  const [left, top] = [Math.floor(x0), Math.floor(y0)];
  const [right, bottom] = [
    Math.min(image.width, Math.max(left + 1, Math.ceil(x1))),
    Math.min(image.height, Math.max(top + 1, Math.ceil(y1)))
  ];
  let [r, g, b] = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let i = (y * image.width + left) * 4, end = (y * image.width + right) * 4; i < end; i += 4) {
      r += image.data[i]!;
      g += image.data[i + 1]!;
      b += image.data[i + 2]!;
    }
  }
  const count = (right - left) * (bottom - top);
  data[at] = r / count;
  data[at + 1] = g / count;
  data[at + 2] = b / count;
  data[at + 3] = 255;
}

function sample(image: Raster, x: number, y: number, data: Uint8ClampedArray, at: number): void {
  const cx = Math.max(0, Math.min(image.width - 1, x));
  const cy = Math.max(0, Math.min(image.height - 1, y));
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const [x1, y1] = [Math.min(image.width - 1, x0 + 1), Math.min(image.height - 1, y0 + 1)];
  const [fx, fy] = [cx - x0, cy - y0];
  const source = image.data;
  const [a, b, c, d] = [(y0 * image.width + x0) * 4, (y0 * image.width + x1) * 4, (y1 * image.width + x0) * 4, (y1 * image.width + x1) * 4];
  for (let k = 0; k < 3; k += 1) {
    const above = source[a + k]! * (1 - fx) + source[b + k]! * fx;
    const below = source[c + k]! * (1 - fx) + source[d + k]! * fx;
    data[at + k] = above * (1 - fy) + below * fy;
  }
  data[at + 3] = 255;
}

/** The part of the picture inside the quadrilateral, made rectangular. Good for lines of text, whose perspective is mild. */
export function cropped(image: Raster, [a, b, c, d]: Quad, width: number, height: number): Raster {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const v = (y + 0.5) / height;
    const [lx, ly] = [a.x + (d.x - a.x) * v, a.y + (d.y - a.y) * v];
    const [rx, ry] = [b.x + (c.x - b.x) * v, b.y + (c.y - b.y) * v];
    for (let x = 0; x < width; x += 1) {
      const u = (x + 0.5) / width;
      sample(image, lx + (rx - lx) * u - 0.5, ly + (ry - ly) * u - 0.5, data, (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

export function grey({ data, width, height }: Raster): Uint8Array {
  const out = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < out.length; i += 1, at += 4) out[i] = (data[at]! * 77 + data[at + 1]! * 150 + data[at + 2]! * 29) >> 8;
  return out;
}
