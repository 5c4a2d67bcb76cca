// A tiny district whose records try to be more than text.

const square = (lon: number, lat: number, size: number) => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
  [lon, lat],
];

export const hostileNames = [
  '<img src=x onerror="window.hurt=1">',
  '"><script>window.hurt=1</script>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to look like a placeholder
  '${window.hurt=1}{{constructor}}',
  '很长很长的名字'.repeat(20),
  '\u202eabc\u202c 右到左',
];

/** Files of a dataset folder: estates of those names, a company and a round in which they are ranked. */
export function hostileDistrict(): Record<string, string> {
  const features = hostileNames.map((name, i) => ({
    type: 'Feature',
    properties: { id: `h${i}`, name, subdistrict: '<b>街</b>', form: 'contiguous', district_subsidy: 100 },
    geometry: { type: 'Polygon', coordinates: [square(117.2 + i * 0.004, 39.1, 0.002)] },
  }));
  const quote = (text: string) => `"${text.replace(/"/g, '""')}"`;
  return {
    'estates.geojson': JSON.stringify({ type: 'FeatureCollection', features }),
    'companies.csv': `id,name\nc1,${quote('<i>物业</i>')}\n`,
    'agreements.csv': `estate_id,company_id,kind,starts_on\n${hostileNames.map((_, i) => `h${i},c1,direct,2025-01-01`).join('\n')}\n`,
    'rounds.csv': `id,name,kind,held_on\nr1,${quote('<u>轮次</u>')},district_sanitary,2026-03-18\n`,
    'scores.csv': `round_id,estate_id,score\n${hostileNames.map((_, i) => `r1,h${i},${90 - i}`).join('\n')}\n`,
  };
}
