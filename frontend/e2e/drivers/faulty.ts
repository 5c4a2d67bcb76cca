// A small district as it comes from several hands: most of it is in order, some of it is not.

/** Metres east and north of a corner, as degrees. */
const at = (x: number, y: number): [number, number] => [117.2 + x / 86_000, 39.1 + y / 111_000];

const plot = (x: number, y: number, width: number, height: number) => [
  [at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height), at(x, y)],
];

const names = [
  '光华里',
  '秋丽家园',
  '景欣苑',
  '海山南里',
  '丽新里',
  '振华里',
  '月牙河东里',
  '月牙河西里',
  '昆仑里第一',
  '昆仑里第二',
  '友爱东里',
  '詹滨里',
];

/** The files: 光华里 lies 30 m into 秋丽家园, 景欣苑 has a crumb, 海山南里 is not on the map, an agreement of 丽新里 begins a week late. */
export function faultyDistrict(): Record<string, string> {
  const features = names.map((name, i) => {
    const [x, y] = [(i % 4) * 140, Math.floor(i / 4) * 140];
    const polygons = [plot(x, y, i === 0 ? 170 : 100, 100)];
    if (name === '景欣苑') polygons.push(plot(x + 20, y - 15, 2, 2));
    return {
      type: 'Feature',
      properties: {
        id: `q${i + 1}`,
        name,
        subdistrict: '万新街',
        form: 'contiguous',
        district_subsidy: 1000,
        approved_on: '2024-01-01',
        accepted_on: '2024-02-01',
        city_grant: true,
        enrolled_on: '2024-03-01',
      },
      geometry: name === '海山南里' ? null : { type: 'MultiPolygon', coordinates: polygons },
    };
  });
  const agreements = names.flatMap((name, i) =>
    name === '丽新里'
      ? [`q${i + 1},c1,direct,2024-03-01,2024-12-24`, `q${i + 1},c1,direct,2025-01-01,`]
      : [`q${i + 1},c1,direct,2024-03-01,`],
  );
  const months = ['01', '02', '03'];
  return {
    'estates.geojson': JSON.stringify({ type: 'FeatureCollection', features }),
    'companies.csv': 'id,name\nc1,瑞丰物业\n',
    'agreements.csv': `estate_id,company_id,kind,starts_on,ends_on\n${agreements.join('\n')}\n`,
    'rounds.csv': `id,name,kind,held_on\n${months.map((m) => `r${m},2026年${Number(m)}月创卫考核,district_sanitary,2026-${m}-15`).join('\n')}\n`,
    'scores.csv': `round_id,estate_id,score\n${months.flatMap((m) => names.map((_, i) => `r${m},q${i + 1},${70 + 2 * i}`)).join('\n')}\n`,
  };
}
