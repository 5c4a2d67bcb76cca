import { expect, test } from './drivers/story';

test('a planner shows the proxy links and hides them again', async ({ demo }) => {
  await expect(demo.proxyLinks()).not.toBeChecked();
  await demo.toggleProxyLinks();
  await expect(demo.proxyLinks()).toBeChecked();
  await demo.press('p');
  await expect(demo.proxyLinks()).not.toBeChecked();
  expect(demo.complaints).toEqual([]);
});

test('a scattered estate names its host, the distance and who came next', async ({ demo }) => {
  await demo.sortBy(/^形态/);
  await demo.sortBy(/^形态/);
  const row = (await demo.rows()).find((r) => r.company !== '—');
  await demo.clickRow(row?.name ?? '');
  await expect(demo.card()).toContainText('散片');
  const relation = demo.cardPart(/^企业与代管$/);
  await expect(relation).toContainText('代管依托小区');
  await expect(relation).toContainText(/\d (米|公里)/);
  await expect(relation).toContainText('次近的可依托小区');
});
