// Limits of classes as a user types them.

const most = 8;

/** 1 to 8 ascending numbers with commas, semicolons or blanks between, full-width ones too; null for anything else. */
export function readBreaks(text: string): number[] | null {
  const plain = text.normalize('NFKC').replace(/[，、；]/g, ',');
  const parts = plain.split(/[,;\s]+/).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > most) return null;
  const numbers = parts.map((part) => (/^[-−]?\d+(\.\d+)?$/.test(part) ? Number(part.replace('−', '-')) : Number.NaN));
  const ascends = numbers.every((n, i) => Number.isFinite(n) && (i === 0 || n > numbers[i - 1]!));
  return ascends ? numbers : null;
}
