// Colours as numbers: sRGB, CIELAB (D65), contrast. Sources: IEC 61966-2-1, CIE 15, WCAG 2.2.

/** L*, a*, b*. */
export type Lab = readonly [number, number, number];
/** Red, green, blue as amounts of light, 0–1. */
export type Linear = readonly [number, number, number];

export function linearOfHex(hex: string): Linear {
  const digits = hex.replace('#', '');
  const wide = digits.length < 6 ? [...digits].map((d) => d + d).join('') : digits;
  const channel = (at: number) => {
    const c = Number.parseInt(wide.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(0), channel(2), channel(4)];
}

const white = [0.95047, 1, 1.08883] as const;
const edge = 216 / 24389;
const slope = 24389 / 27;

export function labOfLinear([r, g, b]: Linear): Lab {
  const x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / white[0];
  const y = (0.2126729 * r + 0.7151522 * g + 0.072175 * b) / white[1];
  const z = (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / white[2];
  const f = (t: number) => (t > edge ? Math.cbrt(t) : (slope * t + 16) / 116);
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}

export function labOfHex(hex: string): Lab {
  return labOfLinear(linearOfHex(hex));
}

/** The nearest colour that a screen has, each channel cut off at its ends. */
export function hexOfLab([l, a, b]: Lab): string {
  const fy = (l + 16) / 116;
  const back = (f: number) => (f ** 3 > edge ? f ** 3 : (116 * f - 16) / slope);
  const [x, y, z] = [back(fy + a / 500) * white[0], back(fy) * white[1], back(fy - b / 200) * white[2]];
  const light = [
    3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
    -0.969266 * x + 1.8760108 * y + 0.041556 * z,
    0.0556434 * x - 0.2040259 * y + 1.0572252 * z,
  ];
  const digits = light.map((c) => {
    const v = Math.min(1, Math.max(0, c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055));
    return Math.round(v * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

/** WCAG contrast of two colours, 1–21. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, bl] = linearOfHex(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}
